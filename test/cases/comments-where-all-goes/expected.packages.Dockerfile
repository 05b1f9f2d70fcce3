FROM alpine:3.24
RUN apk add --no-cache \
    # to fetch
    curl \
    # for events
    libevent
    # named once more
    # tidy up

# what comes behind
RUN curl --version
