# Microsoft has packages for apk, but no repository of them.
FROM python:3.12-alpine
RUN apk add --no-cache curl unixodbc-dev g++ \
    && apk add --no-cache unixodbc \
    && wget -qO /tmp/msodbcsql18.apk "https://download.microsoft.com/download/fae28b9a-d880-42fd-9b98-d779f0fdd77f/msodbcsql18_18.5.1.1-1_$(case "$(apk --print-arch)" in aarch64) echo arm64;; *) echo amd64;; esac).apk" \
    && ACCEPT_EULA=Y apk add --no-cache --allow-untrusted /tmp/msodbcsql18.apk \
    && rm /tmp/msodbcsql18.apk \
    && wget -qO /tmp/mssql-tools18.apk "https://download.microsoft.com/download/7/6/d/76de322a-d860-4894-9945-f0cc5d6a45f8/mssql-tools18_18.4.1.1-1_$(case "$(apk --print-arch)" in aarch64) echo arm64;; *) echo amd64;; esac).apk" \
    && ACCEPT_EULA=Y apk add --no-cache --allow-untrusted /tmp/mssql-tools18.apk \
    && rm /tmp/mssql-tools18.apk
ENV PATH="$PATH:/opt/mssql-tools18/bin"
RUN pip install --no-cache-dir pyodbc
COPY . .
CMD ["python", "report.py"]
