ARG TINI_VERSION=v0.19.0
FROM alpine:3.24
ARG TINI_VERSION
ENV NODE_VERSION=22.9.0
RUN apk add --no-cache libstdc++ ca-certificates curl xz
# Only the first of these is static.
RUN curl -fsSLo /usr/local/bin/kubectl https://dl.k8s.io/release/v1.34.0/bin/linux/amd64/kubectl \
    && curl -fsSL "https://unofficial-builds.nodejs.org/download/release/v$NODE_VERSION/node-v$NODE_VERSION-linux-x64-musl.tar.xz" | tar -xJ -C /usr/local
ADD https://github.com/krallin/tini/releases/download/${TINI_VERSION}/tini-static /tini
# Nobody builds this one for musl.
# alpinize: PhantomJS is built for glibc, so Alpine says `not found` when it starts. It is no longer developed: use headless Chromium (`apk add chromium`), or keep this stage on Debian.
RUN curl -fsSL https://bitbucket.org/ariya/phantomjs/downloads/phantomjs-2.1.1-linux-x86_64.tar.bz2 | tar -xj -C /opt
ENTRYPOINT ["/tini", "--"]
