FROM python:3.13-alpine
RUN \
    # compilers
    apk add --no-cache \
        # for the wheels
        gcc musl-dev \
        libffi-dev \
        # psycopg2
        libpq-dev
    # the lists are not needed any more
# the application
RUN pip install psycopg2==2.9.10
