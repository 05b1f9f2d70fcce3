# `apk del tcl` is the author's own affair: our group ends behind it.
FROM alpine:3.22
RUN apk add --no-cache tcl curl && tclsh /setup.tcl
RUN apk add --no-cache --virtual .build-deps make gcc musl-dev \
    && make -C /srv install \
    && apk del tcl \
    && rm -rf /tmp/build \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /srv /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
CMD ["/usr/local/bin/served"]
