FROM alpine:3.24
ENV LD_LIBRARY_PATH=/usr/lib
RUN apk add --no-cache jemalloc gcc musl-dev
ENV LD_PRELOAD=/usr/lib/libjemalloc.so.2
COPY --from=0 /usr/lib/libjemalloc.so.2 /opt/
