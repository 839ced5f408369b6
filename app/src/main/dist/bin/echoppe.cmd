@echo off
rem Starts Echoppe on a Java of at least NEEDED, whatever "java" is on the PATH.
rem No delayed expansion: it would take the ! out of a shop's name or of a folder's.
setlocal EnableExtensions DisableDelayedExpansion
set NEEDED=25
set FOUND=
call :here

if not defined JAVA_HOME goto path
set "TRY=%JAVA_HOME:"=%"
call :try
:path
if defined FOUND goto found
for /f "delims=" %%j in ('%SystemRoot%\System32\where.exe $PATH:java.exe 2^>nul') do for %%b in ("%%~dpj..") do set "TRY=%%~fb"& call :try
for %%r in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks") do for /d %%d in ("%%~r\*") do set "TRY=%%~d"& call :try
if defined FOUND goto found
echo Echoppe a besoin de Java %NEEDED% ou plus recent : installez-le (par exemple Temurin %NEEDED%), ou indiquez-le dans JAVA_HOME. 1>&2
echo Echoppe needs Java %NEEDED% or newer: install it (for example Temurin %NEEDED%), or name it in JAVA_HOME. 1>&2
rem Started by a click, the console would be gone before anybody has read this.
if "%~1"=="" pause
exit /b 1

:found
set WINDOW=
set NODE=
set "FIRST=%~1"
if not defined FIRST set WINDOW=yes
if defined FIRST if "%FIRST%"=="--home" set WINDOW=yes
if defined FIRST if "%FIRST:~0,7%"=="--home=" set WINDOW=yes
if defined FIRST if "%FIRST%"=="node" set NODE=yes
rem The JVM keeps what it loaded and linked in a file, as the script for other systems tells: of the newer kind for the window,
rem of the older for a node, which commands read. Whatever goes wrong with it, it starts without.
set CACHE=
if not defined ECHOPPE_NO_CACHE if defined LOCALAPPDATA call :cache
set FX=
if not defined WINDOW set FX="@%APP%\lib\node.jvm"
if defined WINDOW set FX=--module-path "%APP%\lib\fx" --add-modules javafx.controls --enable-native-access=javafx.graphics
"%FOUND%\bin\java.exe" -Xlog:disable %FX% --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow %ECHOPPE_JAVA_OPTIONS% %CACHE% "-Dechoppe.command=%SELF%" -cp "%APP%\lib\*" org.echoppe.app.Launcher %*
exit /b %ERRORLEVEL%

rem Where this script lies is told truly to a subroutine alone: its own %%0 may be a quoted name that was found on the PATH.
:here
set "SELF=%~f0"
for %%a in ("%~dp0..") do set "APP=%%~fa"
exit /b 0

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
rem The options are listed and never written out here: a quote or a bracket of theirs would be read as the script's own.
(
  for %%f in ("%APP%\lib\*" "%APP%\lib\fx\*") do @echo %%~nxf %%~zf %%~tf
  type "%FOUND%\release"
  set ECHOPPE_JAVA_OPTIONS
) > "%LIST%" 2>nul
if not exist "%LIST%" exit /b 0
for /f "skip=1 delims=" %%h in ('%SystemRoot%\System32\certutil.exe -hashfile "%LIST%" SHA256 2^>nul') do if not defined STAMP set "STAMP=%%h"
del "%LIST%" 2>nul
if not defined STAMP exit /b 0
set "AOT=%CACHES%\window-%STAMP: =%.aot"
if exist "%AOT%" set CACHE="-XX:AOTCache=%AOT%"
if exist "%AOT%" exit /b 0
del "%CACHES%\window-*.aot" 2>nul
set CACHE="-XX:AOTCacheOutput=%AOT%"
exit /b 0

rem The folder in TRY, unless one was found before. A folder given to "call" would lose its percent signs and double its carets.
:try
if defined FOUND exit /b 0
if not exist "%TRY%\bin\java.exe" exit /b 0
if not exist "%TRY%\release" exit /b 0
for /f "tokens=2 delims==" %%v in ('%SystemRoot%\System32\findstr.exe /b "JAVA_VERSION=" "%TRY%\release"') do for /f "delims=.-+_" %%m in ("%%~v") do if %%m GEQ %NEEDED% set "FOUND=%TRY%"
exit /b 0
