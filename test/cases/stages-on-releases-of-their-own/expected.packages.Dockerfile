# The library has one version in all releases, so the last stage takes the newest.
FROM golang:1.20-alpine3.19 AS store
RUN apk add --no-cache gcc musl-dev sqlite-dev
COPY store/ /src/
RUN cd /src && go build -o /usr/local/bin/store .

# It has another one here, but what comes from there is text.
FROM golang:1.20-alpine3.19 AS docs
COPY docs/ /src/
RUN cd /src && go run ./generate > /tmp/index.html

FROM alpine:3.24
RUN apk add --no-cache sqlite-libs
COPY --from=store /usr/local/bin/store /usr/local/bin/
COPY --from=docs /tmp/index.html /srv/
CMD ["store"]
