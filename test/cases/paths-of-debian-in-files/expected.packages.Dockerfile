# Nothing changes files of the user's: what they name is told.
FROM alpine:3.24
RUN apk add --no-cache tini redis supervisor \
    && mkdir -p /etc/supervisor/conf.d /var/log/supervisor \
    && sed -i 's|/etc/supervisor\.d/\*\.ini|/etc/supervisor/conf.d/*.conf|' /etc/supervisord.conf
COPY redis.conf /etc/supervisor/conf.d/
COPY start.sh /usr/local/bin/
ENTRYPOINT ["start.sh"]
