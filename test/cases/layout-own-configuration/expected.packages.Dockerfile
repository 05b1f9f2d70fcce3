FROM alpine:3.24
RUN apk add --no-cache nginx supervisor \
    && mkdir -p /etc/supervisor/conf.d /var/log/supervisor \
    && rm /etc/supervisord.conf \
    && mkdir -p /etc/nginx/conf.d \
    && chmod 755 /var/lib/nginx /var/lib/nginx/tmp
RUN adduser -u 82 -D -S -H -h /var/www -G www-data www-data
COPY nginx.conf /etc/nginx/nginx.conf
COPY supervisord.conf /etc/supervisor/
VOLUME /etc/nginx/conf.d
CMD ["supervisord", "-n"]
