FROM mcr.microsoft.com/dotnet/runtime:9.0-alpine
RUN apk add --no-cache icu-libs icu-data-full tzdata
ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false
COPY out /app
ENTRYPOINT ["dotnet", "/app/Tool.dll"]
