FROM alpine:3.24
ARG TINI_VERSION=0.19.0
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl gosu && rm -rf /var/lib/apt/lists/*
# Saved under another name: the address tells what it is.
RUN curl -fsSL "https://github.com/krallin/tini/releases/download/v${TINI_VERSION}/tini_${TINI_VERSION}.deb" > tini.deb \
    && dpkg -i tini.deb \
    && rm tini.deb
# Only the address of a repository.
ADD http://apt.example.com/example-release_2.2-1+wheezy_all.deb /tmp/example.deb
RUN dpkg -i /tmp/example.deb && rm /tmp/example.deb
RUN curl -fsSLO https://example.com/tree_2.1.1-2_amd64.deb \
    && apt-get update \
    && apt-get install -y ./tree_2.1.1-2_amd64.deb \
    && rm tree_2.1.1-2_amd64.deb
# Another program of that name in a folder of its own.
COPY tini /opt/usr/bin/tini-wrapper
ENTRYPOINT ["/usr/bin/tini", "--", "/usr/sbin/gosu", "nobody"]
