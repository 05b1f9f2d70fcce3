FROM alpine:3.24
WORKDIR /src
COPY . .
RUN apk add --no-cache --virtual .build-deps build-base \
    && make && make install \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /src /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
CMD ["tool"]
