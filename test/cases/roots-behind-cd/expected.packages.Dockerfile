# Where the run-time libraries are looked for, when the shell is somewhere else by then
FROM alpine:3.24
RUN apk add --no-cache linux-headers ca-certificates curl gcc musl-dev g++ make zlib-dev
# Back out, and into another
RUN mkdir -p store query && cd store && make -f /make/store.mk && cd ../query && make -f /make/query.mk
# A shell of its own leaves the outer one where it is
RUN (cd store && make check) && (cd query && make check)
# A name that only this shell knows
RUN release=tool-2.0 && curl -fsSL "https://example.com/$release.tar.gz" | tar xz && cd $release && make
CMD ["/tool-2.0/tool"]
