# What a step needs besides joins the build dependencies of the RUN, although other packages of the same list stay.
FROM alpine:3.24
RUN apk add --no-cache linux-headers build-base ca-certificates curl openssl-dev \
    && curl -fsSL https://example.org/proxy.tar.gz | tar -xz -C /tmp && cd /tmp/proxy && ./configure && make install \
    && cd / && rm -rf /tmp/proxy
CMD ["proxy"]
