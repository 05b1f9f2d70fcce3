# escape=`
# alpinize: mcr.microsoft.com/windows/servercore is a Windows image, and Alpine is Linux. There is nothing to convert here.
FROM mcr.microsoft.com/windows/servercore:ltsc2022
RUN powershell -Command Write-Host hello
