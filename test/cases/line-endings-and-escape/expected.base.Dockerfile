# escape=`
FROM python:3.13-alpine
RUN apt-get update && apt-get install -y `
    curl `
    libpq-dev `
    && rm -rf /var/lib/apt/lists/*
CMD ["curl"]