@echo off
rem Starts Echoppe on a Java of at least NEEDED, whatever "java" is on the PATH.
setlocal EnableExtensions EnableDelayedExpansion
set NEEDED=25
set FOUND=

if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined FOUND for /f "delims=" %%j in ('where java 2^>nul') do if not defined FOUND for %%b in ("%%~dpj..") do call :try "%%~fb"
for %%r in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks") do (
  if not defined FOUND if exist "%%~r" for /d %%d in ("%%~r\*") do if not defined FOUND call :try "%%~d"
)
if not defined FOUND (
  echo Echoppe a besoin de Java %NEEDED% ou plus recent : installez-le ^(par exemple Temurin %NEEDED%^), ou indiquez-le dans JAVA_HOME. 1>&2
  echo Echoppe needs Java %NEEDED% or newer: install it ^(for example Temurin %NEEDED%^), or name it in JAVA_HOME. 1>&2
  exit /b 1
)

set "APP=%~dp0.."
set WINDOW=
set NODE=
set "FIRST=%~1"
if "!FIRST!"=="" set WINDOW=yes
if "!FIRST:~0,6!"=="--home" set WINDOW=yes
if "!FIRST!"=="node" set NODE=yes
rem The JVM keeps what it loaded and linked in a file, as the script for other systems tells: of the newer kind for the window,
rem of the older for a node, which commands read. Whatever goes wrong with it, it starts without.
set CACHE=
if not defined ECHOPPE_NO_CACHE if defined LOCALAPPDATA call :cache
set FX=
if not defined WINDOW set FX="@%APP%\lib\node.jvm"
if defined WINDOW set FX=--module-path "%APP%\lib\fx" --add-modules javafx.controls --enable-native-access=javafx.graphics
"%FOUND%\bin\java.exe" -Xlog:disable %FX% --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow %ECHOPPE_JAVA_OPTIONS% %CACHE% "-Dechoppe.command=%~f0" -cp "%APP%\lib\*" org.echoppe.app.Launcher %*
exit /b %ERRORLEVEL%

:cache
set "CACHES=%LOCALAPPDATA%\Echoppe\Cache"
if not exist "%CACHES%\" md "%CACHES%" 2>nul
if not exist "%CACHES%\" exit /b 0
if defined WINDOW goto window
if defined NODE set CACHE="-XX:SharedArchiveFile=%CACHES%\node.jsa" -XX:+AutoCreateSharedArchive
if not defined NODE if exist "%CACHES%\node.jsa" set CACHE="-XX:SharedArchiveFile=%CACHES%\node.jsa"
exit /b 0

:window
set STAMP=
set "LIST=%CACHES%\list-%RANDOM%.txt"
(
  for %%f in ("%APP%\lib\*" "%APP%\lib\fx\*") do @echo %%~nxf %%~zf %%~tf
  type "%FOUND%\release"
  echo "%ECHOPPE_JAVA_OPTIONS%"
) > "%LIST%" 2>nul
for /f "skip=1 delims=" %%h in ('certutil -hashfile "%LIST%" SHA256 2^>nul') do if not defined STAMP set "STAMP=%%h"
del "%LIST%" 2>nul
if not defined STAMP exit /b 0
set "AOT=%CACHES%\window-%STAMP: =%.aot"
if exist "%AOT%" (
  set CACHE="-XX:AOTCache=%AOT%"
) else (
  del "%CACHES%\window-*.aot" 2>nul
  set CACHE="-XX:AOTCacheOutput=%AOT%"
)
exit /b 0

:try
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
  set "VERSION=%%~v"
  for /f "tokens=1 delims=." %%m in ("!VERSION!") do if %%m GEQ %NEEDED% set "FOUND=%~1"
)
exit /b 0
