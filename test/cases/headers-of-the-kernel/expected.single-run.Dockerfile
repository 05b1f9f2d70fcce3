FROM alpine:3.24 AS server
# Sources in C may ask for <linux/...>: on Debian it comes with libc6-dev.
RUN apk add --no-cache linux-headers build-base ca-certificates curl
RUN mkdir -p /usr/src && curl -fsSL https://example.com/server-2.1.tar.gz | tar -xz -C /usr/src && cd /usr/src/server-2.1 && ./configure && make install
COPY filter.c /usr/src/
RUN gcc -shared -fPIC -o /usr/local/lib/filter.so /usr/src/filter.c
CMD ["server"]

FROM golang:1.24-alpine3.23 AS tool
# A Makefile of tasks: the compiler is Go's.
WORKDIR /src
COPY . .
RUN apk add --no-cache git build-base \
    && git clone https://example.com/rules.git && make tool

FROM alpine:3.24
# It is asked for by name, and pip's packages are known one by one.
RUN apk add --no-cache --virtual .build-deps python3-dev gcc musl-dev \
    && apk add --no-cache py3-pip \
    && pip install --no-cache-dir --break-system-packages regex \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/lib/python* /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
COPY --from=server /usr/local/ /usr/local/
COPY --from=tool /src/tool /usr/local/bin/tool
CMD ["server"]
