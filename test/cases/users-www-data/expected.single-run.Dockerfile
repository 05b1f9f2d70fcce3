FROM alpine:3.24
RUN apk add --no-cache nginx
RUN adduser -u 82 -D -S -H -h /var/www -G www-data www-data
COPY --chown=www-data:www-data public /var/www/html
RUN chown -R www-data:www-data /var/lib/nginx && chown 33:33 /srv
USER www-data
