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
set "FIRST=%~1"
if "!FIRST!"=="" set WINDOW=yes
if "!FIRST:~0,6!"=="--home" set WINDOW=yes
set FX=
if not defined WINDOW set FX="@%APP%\lib\node.jvm"
if defined WINDOW set FX=--module-path "%APP%\lib\fx" --add-modules javafx.controls --enable-native-access=javafx.graphics
"%FOUND%\bin\java.exe" %FX% --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow %ECHOPPE_JAVA_OPTIONS% "-Dechoppe.command=%~f0" -cp "%APP%\lib\*" org.echoppe.app.Launcher %*
exit /b %ERRORLEVEL%

:try
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
  set "VERSION=%%~v"
  for /f "tokens=1 delims=." %%m in ("!VERSION!") do if %%m GEQ %NEEDED% set "FOUND=%~1"
)
exit /b 0
