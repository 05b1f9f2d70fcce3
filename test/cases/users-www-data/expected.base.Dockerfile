FROM alpine:3.24
RUN apt-get update && apt-get install -y nginx
COPY --chown=www-data:www-data public /var/www/html
RUN chown -R www-data:www-data /var/lib/nginx && chown 33:33 /srv
USER www-data
