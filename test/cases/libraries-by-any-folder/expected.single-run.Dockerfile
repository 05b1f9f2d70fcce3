FROM alpine:3.24
RUN apk add --no-cache jemalloc libspatialite sqlite \
    && { [ -e /usr/lib/mod_spatialite.so ] || ln -s "$(ls /usr/lib/mod_spatialite.so.* | head -n 1)" /usr/lib/mod_spatialite.so; } && ln -s /usr/lib/libjemalloc.so.2 /usr/local/lib/libjemalloc.so
COPY start.sh /
CMD ["/start.sh"]
