# Scripts that the container runs count on users that every Debian has.
FROM alpine:3.24 AS base
COPY prepare.sh /usr/local/bin/
FROM base
COPY . /srv/site
WORKDIR /srv/site
USER daemon
ENTRYPOINT ["/srv/site/bin/start"]
