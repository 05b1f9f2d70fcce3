ARG TINI_VERSION=v0.19.0
FROM alpine:3.24
ARG TINI_VERSION
ENV NODE_VERSION=22.9.0
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl xz-utils \
    && rm -rf /var/lib/apt/lists/*
# Only the first of these is static.
RUN curl -fsSLo /usr/local/bin/kubectl https://dl.k8s.io/release/v1.34.0/bin/linux/amd64/kubectl \
    && curl -fsSL "https://nodejs.org/dist/v$NODE_VERSION/node-v$NODE_VERSION-linux-x64.tar.xz" | tar -xJ -C /usr/local
ADD https://github.com/krallin/tini/releases/download/${TINI_VERSION}/tini /tini
# Nobody builds this one for musl.
RUN curl -fsSL https://bitbucket.org/ariya/phantomjs/downloads/phantomjs-2.1.1-linux-x86_64.tar.bz2 | tar -xj -C /opt
ENTRYPOINT ["/tini", "--"]
