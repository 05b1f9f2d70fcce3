FROM alpine:3.24
ARG TINI_VERSION=0.19.0
RUN apk add --no-cache ca-certificates curl gosu
# Saved under another name: the address tells what it is.
RUN curl -fsSL "https://github.com/krallin/tini/releases/download/v${TINI_VERSION}/tini_${TINI_VERSION}.deb" > tini.deb \
    && apk add --no-cache tini \
    && rm tini.deb
# Only the address of a repository.
ADD http://apt.example.com/example-release_2.2-1+wheezy_all.deb /tmp/example.deb
RUN rm /tmp/example.deb
RUN curl -fsSLO https://example.com/tree_2.1.1-2_amd64.deb \
    && apk add --no-cache tree \
    && rm tree_2.1.1-2_amd64.deb
# Another program of that name in a folder of its own.
COPY tini /opt/usr/bin/tini-wrapper
ENTRYPOINT ["/sbin/tini", "--", "/usr/bin/gosu", "nobody"]
