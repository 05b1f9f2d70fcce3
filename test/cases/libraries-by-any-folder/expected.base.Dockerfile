FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends libjemalloc2 libsqlite3-mod-spatialite sqlite3 && rm -rf /var/lib/apt/lists/* \
    && ln -s /usr/lib/*/libjemalloc.so.2 /usr/local/lib/libjemalloc.so
COPY start.sh /
CMD ["/start.sh"]
