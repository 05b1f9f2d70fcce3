FROM alpine:3.24
RUN apk add --no-cache linux-headers \
    build-base ca-certificates curl openssl-dev zlib-dev
ARG VERSION=1.2.3
# built from source, as no release is new enough
RUN mkdir -p /usr/src && curl -fsSL https://example.com/tool-$VERSION.tar.gz | tar -xz -C /usr/src \
 && cd /usr/src/tool-$VERSION && ./configure && make -j"$(nproc)" && make install \
 && rm -rf /usr/src/tool-$VERSION
USER nobody
CMD ["tool", "--serve"]
