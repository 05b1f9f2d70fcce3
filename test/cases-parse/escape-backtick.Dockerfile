# escape=`
FROM mcr.microsoft.com/windows/servercore:ltsc2022
RUN dir C:\ `
    && echo done
COPY src C:\app\
WORKDIR C:\app
CMD ["app.exe"]
