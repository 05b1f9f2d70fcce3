# .NET links for glibc or musl by the name of the runtime.
ARG CONFIGURATION=Release
FROM mcr.microsoft.com/dotnet/sdk:8.0-alpine AS build
ARG TARGETARCH
ARG RID=linux-x64
WORKDIR /src
COPY Web/Web.csproj Web/
RUN dotnet restore Web/Web.csproj -r linux-x64 && dotnet build Web/Web.csproj --runtime linux-arm64
COPY . .
RUN dotnet publish Web/Web.csproj -c Release -r linux-x64 --self-contained true \
    && cp Web/bin/Release/net8.0/linux-x64/publish/appsettings.json /etc/web.json
RUN dotnet publish Tool/Tool.csproj -r $RID -o /tool -p:RuntimeIdentifier=linux-x64 /p:PublishSingleFile=true
RUN dotnet publish Job/Job.csproj --runtime="linux-$TARGETARCH" -o /job && curl -fsSLO https://example.org/tool-linux-x64.tar.gz
# It is musl's already, and no system is named.
RUN dotnet publish Old/Old.csproj -r linux-musl-x64 -o /old && dotnet publish New/New.csproj -a x64 -o /new

FROM mcr.microsoft.com/dotnet/runtime-deps:8.0-alpine
WORKDIR /app
COPY --from=build /src/Web/bin/Release/net8.0/linux-x64/publish/ /tool/ /job/ ./
ENTRYPOINT ["./Web"]
