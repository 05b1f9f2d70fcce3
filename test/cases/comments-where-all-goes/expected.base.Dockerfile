FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends \
    # to fetch
    curl \
    # for events
    libevent-dev \
    # named once more
    curl \
    # tidy up
    && rm -rf /var/lib/apt/lists/* \
    && apt-get -y autoremove

# what comes behind
RUN curl --version
