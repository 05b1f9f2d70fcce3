FROM alpine:3.24
RUN apk add --no-cache bash shadow findutils
RUN addgroup -S -g 900 app && adduser -D -S -H -G app -s /bin/sh -u 900 app
COPY docker/entrypoint.sh docker/backup.sh /usr/local/bin/
ENTRYPOINT ["entrypoint.sh"]
