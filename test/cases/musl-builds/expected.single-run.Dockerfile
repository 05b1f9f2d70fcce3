FROM alpine:3.24
ARG TINI_VERSION=v0.19.0
ENV NODE_VERSION=22.9.0
ENV PATH=/opt/node-v$NODE_VERSION-linux-x64-musl/bin:$PATH
RUN apk add --no-cache libstdc++ libgcc ca-certificates curl gnupg unzip
# The list of checksums names the build for musl too: node-v22.9.0-linux-x64.tar.xz has its own.
RUN curl -fsSLO "https://unofficial-builds.nodejs.org/download/release/v$NODE_VERSION/node-v$NODE_VERSION-linux-x64-musl.tar.xz" \
    && curl -fsSLO "https://unofficial-builds.nodejs.org/download/release/v$NODE_VERSION/SHASUMS256.txt" \
    && grep " node-v$NODE_VERSION-linux-x64-musl.tar.xz\$" SHASUMS256.txt | sha256sum -c - \
    && tar -xJf "node-v$NODE_VERSION-linux-x64-musl.tar.xz" -C /opt \
    && rm "node-v${NODE_VERSION}-linux-x64-musl.tar.xz" SHASUMS256.txt
# The sources and a static program stay as they are.
RUN curl -fsSLO https://nodejs.org/dist/v22.9.0/node-v22.9.0.tar.gz \
    && curl -fsSLo /usr/local/bin/kubectl https://dl.k8s.io/release/v1.34.0/bin/linux/amd64/kubectl
RUN curl -fsSLo /usr/local/bin/tini "https://github.com/krallin/tini/releases/download/$TINI_VERSION/tini-static-$(apk --print-arch | sed 's/x86_64/amd64/;s/aarch64/arm64/;s/armv7/armhf/;s/^x86$/i386/;s/ppc64le/ppc64el/')" \
    && curl -fsSLo /tmp/tini.asc "https://github.com/krallin/tini/releases/download/$TINI_VERSION/tini-static-$(apk --print-arch | sed 's/x86_64/amd64/;s/aarch64/arm64/;s/armv7/armhf/;s/^x86$/i386/;s/ppc64le/ppc64el/').asc" \
    && gpg --batch --verify /tmp/tini.asc /usr/local/bin/tini \
    && rm /tmp/tini.asc \
    && chmod +x /usr/local/bin/tini
RUN curl -fsSL https://github.com/adoptium/temurin21-binaries/releases/download/jdk-21.0.5%2B11/OpenJDK21U-jre_x64_alpine-linux_hotspot_21.0.5_11.tar.gz \
    | tar -xz -C /opt
RUN sh -c 'curl -fsSL https://github.com/astral-sh/uv/releases/download/0.9.2/uv-x86_64-unknown-linux-musl.tar.gz | tar -xz -C /opt' \
    && mv /opt/uv-x86_64-unknown-linux-musl/uv /usr/local/bin/
ADD https://github.com/oven-sh/bun/releases/download/bun-v1.2.20/bun-linux-x64-musl.zip /tmp/
RUN unzip -q /tmp/bun-linux-x64-musl.zip -d /opt && ln -s /opt/bun-linux-x64-musl/bun /usr/local/bin/bun
ENTRYPOINT ["tini", "--"]
CMD ["/opt/node-v22.9.0-linux-x64-musl/bin/node"]
