# Files that are copied say who a service runs as: what every Debian has is made before, what is a file only is not read.
FROM nginx:1.29-alpine3.23
RUN apk add --no-cache squid supervisor \
    && mkdir -p /etc/supervisor/conf.d /var/log/supervisor \
    && sed -i 's|/etc/supervisor\.d/\*\.ini|/etc/supervisor/conf.d/*.conf|' /etc/supervisord.conf
RUN addgroup -S proxy && adduser -D -S -H -G proxy proxy
COPY squid.conf /etc/squid/squid.conf
RUN adduser -u 82 -D -S -H -h /var/www -G www-data www-data
COPY nginx.conf /etc/nginx/nginx.conf
RUN addgroup -S list && adduser -D -S -H -G list list
COPY worker.conf /etc/supervisor/conf.d/worker.conf
COPY worker.conf /srv/examples/
ENV PROXY_USER=proxy JOB_USER=backup
RUN chown -R ${PROXY_USER}:${PROXY_USER} /var/cache/squid /var/log/squid && addgroup -S backup && adduser -D -S -H -G backup backup && install -o "$JOB_USER" -d /var/spool/jobs
RUN chown "$UNKNOWN" /srv && chown list:list /srv/examples
CMD ["supervisord", "-n"]
