ARG TINI_VERSION=v0.19.0
FROM alpine:3.24
ARG TINI_VERSION
ENV NODE_VERSION=22.9.0
RUN apk add --no-cache ca-certificates curl xz
# Only the first of these is static.
# alpinize: This Node.js is built for glibc, so Alpine says `not found` when it starts. Use `apk add nodejs npm`.
RUN curl -fsSLo /usr/local/bin/kubectl https://dl.k8s.io/release/v1.34.0/bin/linux/amd64/kubectl \
    && curl -fsSL "https://nodejs.org/dist/v$NODE_VERSION/node-v$NODE_VERSION-linux-x64.tar.xz" | tar -xJ -C /usr/local
# alpinize: This tini is built for glibc, so Alpine says `not found` when it starts. Use `apk add tini`.
ADD https://github.com/krallin/tini/releases/download/${TINI_VERSION}/tini /tini
ENTRYPOINT ["/tini", "--"]
