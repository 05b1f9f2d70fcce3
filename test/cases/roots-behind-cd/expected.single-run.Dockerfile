# Where the run-time libraries are looked for, when the shell is somewhere else by then
FROM alpine:3.24
RUN apk add --no-cache ca-certificates curl
# Back out, and into another
RUN apk add --no-cache --virtual .build-deps \
        gcc musl-dev g++ make zlib-dev linux-headers \
    && mkdir -p store query && cd store && make -f /make/store.mk && cd ../query && make -f /make/query.mk \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' ../store . /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
# A shell of its own leaves the outer one where it is
RUN apk add --no-cache --virtual .build-deps \
        gcc musl-dev g++ make zlib-dev linux-headers \
    && (cd store && make check) && (cd query && make check) \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' store query /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
# A name that only this shell knows
RUN apk add --no-cache --virtual .build-deps \
        gcc musl-dev g++ make zlib-dev linux-headers \
    && release=tool-2.0 && curl -fsSL "https://example.com/$release.tar.gz" | tar xz && cd $release && make \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' . /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
CMD ["/tool-2.0/tool"]
