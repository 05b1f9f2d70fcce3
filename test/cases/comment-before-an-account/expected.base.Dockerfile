# A step in front of a comment goes, and one behind it is changed at its beginning.
FROM alpine:3.24
RUN set -ex; \
    apt-get update; \
    # create users and groups with fixed IDs
    adduser --uid 1000 --quiet --system --no-create-home --home /nonexistent --group varnish; \
    echo done
