# The compiler of the Debian image is there for each stage that compiles
FROM python:3.13-alpine AS base
RUN apk add --no-cache --virtual .build-deps build-base libpq-dev \
    && pip install --no-cache-dir psycopg2==2.9.10 \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps

FROM base
RUN apk add --no-cache --virtual .build-deps \
        build-base mariadb-connector-c-dev pkgconf \
    && pip install --no-cache-dir mysqlclient==2.2.7 \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
CMD ["python"]
