FROM alpine:3.22
RUN apt-get update && apt-get install -y --no-install-recommends nginx php8.2-fpm php8.2-mysql
RUN sed -i 's/;clear_env = no/clear_env = no/' /etc/php/8.2/fpm/pool.d/www.conf
COPY nginx.conf /etc/nginx/nginx.conf
COPY --chown=www-data:www-data site /srv/site
CMD service php8.2-fpm start && exec nginx -g 'daemon off;'
