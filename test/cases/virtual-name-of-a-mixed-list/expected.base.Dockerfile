# What a step needs besides joins the build dependencies of the RUN, although other packages of the same list stay.
FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends build-essential ca-certificates curl libssl-dev \
    && curl -fsSL https://example.org/proxy.tar.gz | tar -xz -C /tmp && cd /tmp/proxy && ./configure && make install \
    && cd / && rm -rf /tmp/proxy /var/lib/apt/lists/*
CMD ["proxy"]
