# uWSGI includes headers of the kernel, which Debian's gcc brings by way of libc6-dev.
FROM python:3.12-alpine3.24
RUN apk add --no-cache --virtual .build-deps gcc musl-dev linux-headers \
    && pip install --no-cache-dir uwsgi==2.0.26 \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
CMD ["uwsgi", "--http", ":8000"]
