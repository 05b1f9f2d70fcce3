FROM alpine:3.24 AS server
# Sources in C may ask for <linux/...>: on Debian it comes with libc6-dev.
RUN apt-get update && apt-get install -y --no-install-recommends build-essential ca-certificates curl
RUN curl -fsSL https://example.com/server-2.1.tar.gz | tar -xz -C /usr/src && cd /usr/src/server-2.1 && ./configure && make install
COPY filter.c /usr/src/
RUN gcc -shared -fPIC -o /usr/local/lib/filter.so /usr/src/filter.c
CMD ["server"]

FROM golang:1.24-alpine3.23 AS tool
# A Makefile of tasks: the compiler is Go's.
WORKDIR /src
COPY . .
RUN git clone https://example.com/rules.git && make tool

FROM alpine:3.24
# It is asked for by name, and pip's packages are known one by one.
RUN apt-get update && apt-get install -y python3-pip python3-dev gcc libc6-dev \
    && pip install --break-system-packages regex \
    && apt-get purge -y gcc libc6-dev
COPY --from=server /usr/local/ /usr/local/
COPY --from=tool /src/tool /usr/local/bin/tool
CMD ["server"]
