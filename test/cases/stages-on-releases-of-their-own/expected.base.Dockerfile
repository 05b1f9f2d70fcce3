# The library has one version in all releases, so the last stage takes the newest.
FROM golang:1.20-alpine3.19 AS store
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev libsqlite3-dev && rm -rf /var/lib/apt/lists/*
COPY store/ /src/
RUN cd /src && go build -o /usr/local/bin/store .

# It has another one here, but what comes from there is text.
FROM golang:1.20-alpine3.19 AS docs
COPY docs/ /src/
RUN cd /src && go run ./generate > /tmp/index.html

FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends libsqlite3-0 && rm -rf /var/lib/apt/lists/*
COPY --from=store /usr/local/bin/store /usr/local/bin/
COPY --from=docs /tmp/index.html /srv/
CMD ["store"]
