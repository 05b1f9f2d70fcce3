FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends \
    build-essential ca-certificates curl libssl-dev zlib1g-dev \
 && rm -rf /var/lib/apt/lists/*
ARG VERSION=1.2.3
# built from source, as no release is new enough
RUN curl -fsSL https://example.com/tool-$VERSION.tar.gz | tar -xz -C /usr/src \
 && cd /usr/src/tool-$VERSION && ./configure && make -j"$(nproc)" && make install \
 && rm -rf /usr/src/tool-$VERSION
USER nobody
CMD ["tool", "--serve"]
