# libmariadb3 comes with Debian's client, and with nothing here; pycurl has no build for musl.
FROM python:3.12-alpine3.24 AS build
RUN apt-get update && apt-get install -y --no-install-recommends build-essential default-libmysqlclient-dev && rm -rf /var/lib/apt/lists/*
RUN pip install --prefix=/install mysqlclient==2.2.7 pycurl==7.45.2 && pip install psycopg2==2.9.10

FROM python:3.12-alpine3.24
RUN apt-get update && apt-get install -y --no-install-recommends mariadb-client && rm -rf /var/lib/apt/lists/*
COPY --from=build /install /usr/local
CMD ["python"]
