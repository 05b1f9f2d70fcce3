FROM python:3.13-alpine
    # compilers
        # for the wheels
        # psycopg2
    # the lists are not needed any more
# the application
RUN apk add --no-cache --virtual .build-deps \
        gcc musl-dev libffi-dev libpq-dev \
    && pip install --no-cache-dir psycopg2==2.9.10 \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
