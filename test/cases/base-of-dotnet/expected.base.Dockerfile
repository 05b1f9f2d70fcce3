FROM mcr.microsoft.com/dotnet/sdk:8.0-alpine3.24 AS build
WORKDIR /src
COPY . .
RUN apt-get update && apt-get install -y make && make restore
RUN dotnet publish -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:8.0-alpine
WORKDIR /app
RUN apt-get update \
    && apt-get install -y --no-install-recommends libgdiplus curl \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /app .
HEALTHCHECK CMD curl -f http://localhost:8080/ || exit 1
ENTRYPOINT ["dotnet", "shop.dll"]
