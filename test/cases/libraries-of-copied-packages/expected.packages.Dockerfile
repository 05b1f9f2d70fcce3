# libmariadb3 comes with Debian's client, and with nothing here; pycurl has no build for musl.
FROM python:3.12-alpine3.24 AS build
RUN apk add --no-cache curl-dev openssl-dev build-base mariadb-connector-c-dev
RUN pip install --prefix=/install mysqlclient==2.2.7 pycurl==7.45.2 && pip install psycopg2==2.9.10

FROM python:3.12-alpine3.24
RUN apk add --no-cache mariadb-connector-c libcurl mariadb-client
COPY --from=build /install /usr/local
CMD ["python"]
