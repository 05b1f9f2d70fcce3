FROM python:3.12-alpine
ARG EXTRA="libxml2-dev libxslt-dev"
ENV PACKAGES "gcc musl-dev \
    libffi-dev"
RUN apk add --no-cache --virtual .build-deps $PACKAGES ${EXTRA} \
    && pip install --no-cache-dir lxml==5.3.0 \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
