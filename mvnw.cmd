@echo off
rem Starts Maven on a JDK of at least 25, whatever "java" is on the PATH (docs\decisions\0004-mvnw.md).
setlocal EnableExtensions EnableDelayedExpansion
set "MIN_JDK=25"
set "MVN_VERSION=3.9.11"
set "MVN_SHA512=bcfe4fe305c962ace56ac7b5fc7a08b87d5abd8b7e89027ab251069faebee516b0ded8961445d6d91ec1985dfe30f8153268843c89aa392733d1a3ec956c9978"
set "MVN_URL=https://archive.apache.org/dist/maven/maven-3/%MVN_VERSION%/binaries/apache-maven-%MVN_VERSION%-bin.tar.gz"

call :major "%JAVA_HOME%"
if !major! GEQ %MIN_JDK% goto java_found
for /f "delims=" %%J in ('where javac.exe 2^>nul') do (
  call :major "%%~dpJ.."
  if !major! GEQ %MIN_JDK% ( set "JAVA_HOME=%%~dpJ.." & goto java_found )
)
for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\BellSoft" "%USERPROFILE%\.jdks" "%LOCALAPPDATA%\Programs\Eclipse Adoptium") do (
  if exist "%%~R" for /d %%D in ("%%~R\*") do (
    call :major "%%~D"
    if !major! GEQ %MIN_JDK% ( set "JAVA_HOME=%%~D" & goto java_found )
  )
)
echo mvnw: no JDK %MIN_JDK% or newer was found. Install one (for example Temurin %MIN_JDK%) or set JAVA_HOME. 1>&2
exit /b 1

:java_found
set "mvn="
for /f "delims=" %%M in ('where mvn.cmd 2^>nul') do if not defined mvn set "mvn=%%M"
if defined mvn (
  set "version="
  pushd "%SystemDrive%\"
  for /f "tokens=3" %%V in ('call "!mvn!" -B -v 2^>nul ^| findstr /b /c:"Apache Maven"') do set "version=%%V"
  popd
  for /f "tokens=1-3 delims=." %%A in ("!version!") do set /a "number=%%A*10000+%%B*100+%%C" 2>nul
  if !number! GEQ 30806 goto run
)
if not defined MAVEN_USER_HOME set "MAVEN_USER_HOME=%USERPROFILE%\.m2"
set "dist=%MAVEN_USER_HOME%\mvnw\apache-maven-%MVN_VERSION%"
set "mvn=%dist%\bin\mvn.cmd"
if exist "%mvn%" goto run
echo mvnw: no Maven 3.8.6 or newer on the PATH, fetching %MVN_URL% 1>&2
set "archive=%TEMP%\apache-maven-%MVN_VERSION%-%RANDOM%.tar.gz"
curl.exe -fsSL -o "%archive%" "%MVN_URL%" || ( echo mvnw: the download failed. Install Maven 3.8.6 or newer. 1>&2 & exit /b 1 )
set "sum="
for /f "skip=1 delims=" %%S in ('certutil -hashfile "%archive%" SHA512') do if not defined sum set "sum=%%S"
set "sum=!sum: =!"
if /i not "!sum!"=="%MVN_SHA512%" ( del "%archive%" & echo mvnw: the checksum of %MVN_URL% is wrong; nothing was installed. 1>&2 & exit /b 1 )
if not exist "%MAVEN_USER_HOME%\mvnw" mkdir "%MAVEN_USER_HOME%\mvnw"
tar.exe -xzf "%archive%" -C "%MAVEN_USER_HOME%\mvnw" || exit /b 1
del "%archive%"

:run
call "%mvn%" %*
exit /b %ERRORLEVEL%

:major
set "major=0"
if "%~1"=="" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if exist "%~1\release" for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "major=%%~V"
set "major=!major:"=!"
exit /b 0
