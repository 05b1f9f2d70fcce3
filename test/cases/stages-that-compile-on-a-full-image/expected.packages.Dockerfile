# The compiler of the Debian image is there for each stage that compiles
FROM python:3.13-alpine AS base
RUN apk add --no-cache build-base libpq-dev \
    && pip install psycopg2==2.9.10

FROM base
RUN apk add --no-cache mariadb-connector-c-dev pkgconf \
    && pip install mysqlclient==2.2.7
CMD ["python"]
