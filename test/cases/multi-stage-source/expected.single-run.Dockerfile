FROM alpine:3.24
RUN apk add --no-cache ca-certificates curl
ARG VERSION=1.2.3
# built from source, as no release is new enough
RUN mkdir -p /usr/src && apk add --no-cache --virtual .build-deps \
     build-base openssl-dev zlib-dev linux-headers \
 && curl -fsSL https://example.com/tool-$VERSION.tar.gz | tar -xz -C /usr/src \
 && cd /usr/src/tool-$VERSION && ./configure && make -j"$(nproc)" && make install \
 && rm -rf /usr/src/tool-$VERSION \
 && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
     | tr ',' '\n' | sort -u \
     | while read -r library; do apk info --installed "so:$library" || true; done \
     | xargs -rt apk add --no-network ) \
 && apk del --no-network .build-deps
USER nobody
CMD ["tool", "--serve"]
