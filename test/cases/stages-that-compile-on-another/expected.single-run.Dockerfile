# What is deleted in the stage below is added again where a stage on it compiles
FROM python:3.13-alpine AS base
RUN apk add --no-cache --virtual .build-deps gcc musl-dev libpq-dev make \
    && pip install --no-cache-dir psycopg2==2.9.10 \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps

FROM base AS development
RUN apk add --no-cache gcc musl-dev libpq-dev make \
    && pip install --no-cache-dir pyzmq==25.1.0
RUN make --version

FROM base AS text
RUN pip install --no-cache-dir gunicorn==23.0.0

FROM base
RUN apk add --no-cache --virtual .build-deps gcc musl-dev libpq-dev make \
    && pip install --no-cache-dir lxml==4.9.1 \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
USER nobody
CMD ["gunicorn"]
