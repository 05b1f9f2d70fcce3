# What a step needs besides joins the build dependencies of the RUN, although other packages of the same list stay.
FROM alpine:3.24
RUN apk add --no-cache ca-certificates curl \
    && apk add --no-cache --virtual .build-deps \
        linux-headers build-base openssl-dev \
    && curl -fsSL https://example.org/proxy.tar.gz | tar -xz -C /tmp && cd /tmp/proxy && ./configure && make install \
    && cd / && rm -rf /tmp/proxy \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
CMD ["proxy"]
