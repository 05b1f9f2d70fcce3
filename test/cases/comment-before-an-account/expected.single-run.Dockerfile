# A step in front of a comment goes, and one behind it is changed at its beginning.
FROM alpine:3.24
RUN set -ex; \
    # create users and groups with fixed IDs
    addgroup -S -g 1000 varnish; adduser --uid 1000 --system --no-create-home --home /nonexistent -G varnish varnish; \
    echo done
