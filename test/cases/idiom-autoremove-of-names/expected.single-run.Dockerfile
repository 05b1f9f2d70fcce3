FROM python:3.12-alpine3.24
RUN apk add --no-cache bash curl \
    && apk add --no-cache --virtual .build-deps linux-headers build-base \
    && pip install --no-cache-dir uwsgi==2.0.28 \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
CMD ["bash"]
