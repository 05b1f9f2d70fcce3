# An image to build in: nothing is started, so that its compilers are the matter itself
FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends build-essential cmake git libssl-dev shellcheck && rm -rf /var/lib/apt/lists/*
RUN git clone https://example.com/tool.git && cmake -S tool -B build && cmake --build build && cmake --install build
WORKDIR /work
