FROM alpine:3.24
ARG TINI_VERSION=v0.19.0
ENV NODE_VERSION=22.9.0
ENV PATH=/opt/node-v$NODE_VERSION-linux-x64/bin:$PATH
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl gnupg unzip \
    && rm -rf /var/lib/apt/lists/*
# The list of checksums names the build for musl too: node-v22.9.0-linux-x64.tar.xz has its own.
RUN curl -fsSLO "https://nodejs.org/dist/v$NODE_VERSION/node-v$NODE_VERSION-linux-x64.tar.xz" \
    && curl -fsSLO "https://nodejs.org/dist/v$NODE_VERSION/SHASUMS256.txt" \
    && grep " node-v$NODE_VERSION-linux-x64.tar.xz\$" SHASUMS256.txt | sha256sum -c - \
    && tar -xJf "node-v$NODE_VERSION-linux-x64.tar.xz" -C /opt \
    && rm "node-v${NODE_VERSION}-linux-x64.tar.xz" SHASUMS256.txt
# The sources and a static program stay as they are.
RUN curl -fsSLO https://nodejs.org/dist/v22.9.0/node-v22.9.0.tar.gz \
    && curl -fsSLo /usr/local/bin/kubectl https://dl.k8s.io/release/v1.34.0/bin/linux/amd64/kubectl
RUN curl -fsSLo /usr/local/bin/tini "https://github.com/krallin/tini/releases/download/$TINI_VERSION/tini-$(dpkg --print-architecture)" \
    && curl -fsSLo /tmp/tini.asc "https://github.com/krallin/tini/releases/download/$TINI_VERSION/tini-$(dpkg --print-architecture).asc" \
    && gpg --batch --verify /tmp/tini.asc /usr/local/bin/tini \
    && rm /tmp/tini.asc \
    && chmod +x /usr/local/bin/tini
RUN curl -fsSL https://github.com/adoptium/temurin21-binaries/releases/download/jdk-21.0.5%2B11/OpenJDK21U-jre_x64_linux_hotspot_21.0.5_11.tar.gz \
    | tar -xz -C /opt
RUN sh -c 'curl -fsSL https://github.com/astral-sh/uv/releases/download/0.9.2/uv-x86_64-unknown-linux-gnu.tar.gz | tar -xz -C /opt' \
    && mv /opt/uv-x86_64-unknown-linux-gnu/uv /usr/local/bin/
ADD https://github.com/oven-sh/bun/releases/download/bun-v1.2.20/bun-linux-x64.zip /tmp/
RUN unzip -q /tmp/bun-linux-x64.zip -d /opt && ln -s /opt/bun-linux-x64/bun /usr/local/bin/bun
ENTRYPOINT ["tini", "--"]
CMD ["/opt/node-v22.9.0-linux-x64/bin/node"]
