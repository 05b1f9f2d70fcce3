# Microsoft has packages for apk, but no repository of them.
FROM python:3.12-alpine
RUN apt-get update && apt-get install -y --no-install-recommends curl gnupg unixodbc-dev g++ \
    && curl -fsSL https://packages.microsoft.com/keys/microsoft.asc | gpg --dearmor -o /usr/share/keyrings/microsoft-prod.gpg \
    && curl -fsSL https://packages.microsoft.com/config/debian/12/prod.list > /etc/apt/sources.list.d/mssql-release.list \
    && apt-get update \
    && ACCEPT_EULA=Y apt-get install -y --no-install-recommends msodbcsql18 mssql-tools18 \
    && rm -rf /var/lib/apt/lists/*
ENV PATH="$PATH:/opt/mssql-tools18/bin"
RUN pip install --no-cache-dir pyodbc
COPY . .
CMD ["python", "report.py"]
