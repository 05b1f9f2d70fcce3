FROM mcr.microsoft.com/dotnet/sdk:8.0-alpine AS build
WORKDIR /src
COPY App.csproj ./
# alpinize: App.csproj asks for linux-x64 or its like, which .NET links with glibc. Write `linux-musl-x64` there, or `-r linux-musl-x64` here.
# RUN dotnet publish App.csproj -c Release -o /out

FROM mcr.microsoft.com/dotnet/runtime-deps:8.0-alpine
COPY --from=build /out /app
ENTRYPOINT ["/app/App"]
