# escape=`
FROM python:3.13-alpine
RUN apk add --no-cache `
    curl `
    libpq
CMD ["curl"]