@echo off
rem Starts komas-econnect with the Java of JAVA_HOME, else the one on the PATH; 17 or newer. JAVA_OPTS goes to Java, e.g.
rem set JAVA_OPTS=-Xmx512m. A script for Linux and macOS is beside this file.
setlocal DisableDelayedExpansion
for %%d in ("%~dp0..") do set "DISTRIBUTION=%%~fd"

if defined JAVA_HOME goto javahome
set "JAVA=java.exe"
where /q java.exe
if not errorlevel 1 goto version
>&2 echo komas-econnect: geen Java gevonden; installeer Java 17 of nieuwer, of zet JAVA_HOME
>&2 echo komas-econnect: no Java found; install Java 17 or newer, or set JAVA_HOME
exit /b 2

:javahome
set "JAVA=%JAVA_HOME:"=%\bin\java.exe"
if exist "%JAVA%" goto version
>&2 echo komas-econnect: geen Java in JAVA_HOME; zet JAVA_HOME op de map van een Java 17 of nieuwer
>&2 echo komas-econnect: no Java in JAVA_HOME; set JAVA_HOME to the folder of a Java 17 or newer
exit /b 2

:version
rem the line reads: openjdk version "17.0.15" 2025-04-15, or: java version "1.8.0_402"
set "VERSION="
for /f tokens^=2^ delims^=^" %%v in ('call "%JAVA%" -version 2^>^&1 ^| findstr /c:" version "') do if not defined VERSION set "VERSION=%%v"
set "MAJOR="
for /f "delims=.-+_ tokens=1" %%m in ("%VERSION%") do set "MAJOR=%%m"
if not defined MAJOR goto start
if %MAJOR% GEQ 17 goto start
>&2 echo komas-econnect: deze Java (%MAJOR%) is te oud; nodig is Java 17 of nieuwer
>&2 echo komas-econnect: this Java (%MAJOR%) is too old; Java 17 or newer is needed
exit /b 2

:start
"%JAVA%" -Xmx256m -Dfile.encoding=UTF-8 --enable-native-access=ALL-UNNAMED %JAVA_OPTS% "-Dkomas.distribution=%DISTRIBUTION%" -cp "%DISTRIBUTION%\lib\komas-econnect.jar;%DISTRIBUTION%\lib\*" io.github.komaseconnect.cli.KomasEconnect %*
exit /b %ERRORLEVEL%
