# The full image has the headers of PostgreSQL and MariaDB, whatever else is installed.
FROM python:3.12-alpine3.24 AS api
RUN apk add --no-cache libpq-dev mariadb-connector-c-dev pkgconf gcc musl-dev
WORKDIR /srv/api/
RUN pip install --no-cache psycopg2 mysqlclient
COPY . .
CMD ["python", "api.py"]

# A compiler of Debian's brings the headers of the kernel; the slim image has no others.
FROM python:3.12-alpine3.24 AS wheels
RUN apk add --no-cache linux-headers build-base
RUN pip wheel --no-cache-dir --wheel-dir /wheels uwsgi netifaces

FROM python:3.12-alpine3.24
RUN apk add --no-cache pcre2
COPY --from=wheels /wheels /wheels
RUN pip install --no-cache-dir /wheels/*
COPY --from=api /srv/api /srv/api
CMD ["uwsgi", "--ini", "/srv/api/uwsgi.ini"]
