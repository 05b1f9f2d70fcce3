# syntax=docker/dockerfile:1
FROM python:3.13-alpine
RUN apk add --no-cache git openssh-client
RUN --mount=type=secret,id=token apk add --no-cache --virtual .build-deps gcc musl-dev libpq-dev \
    && pip install --no-cache-dir --index-url "https://user:$(cat /run/secrets/token)@pypi.example.com/simple" psycopg2==2.9.10 \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
RUN --mount=type=ssh apk add --no-cache --virtual .build-deps gcc musl-dev libpq-dev \
    && pip install --no-cache-dir git+ssh://git@example.com/team/library.git \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
RUN --network=none pip check
CMD ["python"]
