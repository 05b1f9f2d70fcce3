# An image to build in: nothing is started, so that its compilers are the matter itself
FROM alpine:3.24
RUN apk add --no-cache build-base cmake git openssl-dev shellcheck
RUN apk add --no-cache --virtual .build-deps linux-headers \
    && git clone https://example.com/tool.git && cmake -S tool -B build && cmake --build build && cmake --install build \
    && apk del --no-network .build-deps
WORKDIR /work
