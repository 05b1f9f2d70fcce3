# Where the run-time libraries are looked for, when the shell is somewhere else by then
FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl gcc g++ make libc6-dev zlib1g-dev \
    && rm -rf /var/lib/apt/lists/*
# Back out, and into another
RUN mkdir -p store query && cd store && make -f /make/store.mk && cd ../query && make -f /make/query.mk
# A shell of its own leaves the outer one where it is
RUN (cd store && make check) && (cd query && make check)
# A name that only this shell knows
RUN release=tool-2.0 && curl -fsSL "https://example.com/$release.tar.gz" | tar xz && cd $release && make
CMD ["/tool-2.0/tool"]
