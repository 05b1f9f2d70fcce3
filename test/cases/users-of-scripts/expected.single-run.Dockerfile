# Scripts that the container runs count on users that every Debian has.
FROM alpine:3.24 AS base
RUN adduser -u 82 -D -S -H -h /var/www -G www-data www-data
COPY prepare.sh /usr/local/bin/
FROM base
COPY . /srv/site
WORKDIR /srv/site
USER daemon
USER root
RUN addgroup -S backup
USER daemon
ENTRYPOINT ["/srv/site/bin/start"]
