# The project connects to SQL Server, which .NET refuses without cultures; the link leads to the folder that the library is in.
FROM mcr.microsoft.com/dotnet/aspnet:8.0-alpine3.24 AS base
ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false
RUN apk add --no-cache icu-libs icu-data-full tzdata libgdiplus
WORKDIR /app
FROM mcr.microsoft.com/dotnet/sdk:8.0-alpine3.24 AS build
WORKDIR /src
COPY Shop.csproj .
RUN dotnet publish -c Release -o /out
FROM base
COPY --from=build /out .
ENTRYPOINT ["dotnet", "Shop.dll"]
