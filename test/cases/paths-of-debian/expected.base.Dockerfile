FROM alpine:3.24
ENV LD_LIBRARY_PATH=/usr/lib/x86_64-linux-gnu
RUN apt-get update && apt-get install -y libjemalloc2 gcc-12 && rm -rf /var/lib/apt/lists/*
ENV LD_PRELOAD=/usr/lib/x86_64-linux-gnu/libjemalloc.so.2
RUN ldconfig && update-alternatives --install /usr/bin/gcc gcc /usr/bin/gcc-12 100
COPY --from=0 /usr/lib/x86_64-linux-gnu/libjemalloc.so.2 /opt/
