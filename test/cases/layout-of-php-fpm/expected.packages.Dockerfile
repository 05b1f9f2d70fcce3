FROM alpine:3.24
RUN apk add --no-cache nginx php83-fpm php83-openssl php83-phar php83-mbstring php83-curl php83-ctype php83-fileinfo php83-iconv php83-session php83-tokenizer php83-mysqli php83-pdo_mysql php83-mysqlnd \
    && adduser -u 82 -D -S -H -h /var/www -G www-data www-data \
    && mkdir -p /run/php \
    && sed -i -E -e 's/^(user|group) = nobody/\1 = www-data/' -e 's|^listen = .*|listen = /run/php/php8.2-fpm.sock|' -e 's/^;?listen\.(owner|group) = .*/listen.\1 = www-data/' /etc/php83/php-fpm.d/www.conf
RUN sed -i 's/;clear_env = no/clear_env = no/' /etc/php83/php-fpm.d/www.conf
COPY nginx.conf /etc/nginx/nginx.conf
COPY --chown=www-data:www-data site /srv/site
CMD php-fpm83 && exec nginx -g 'daemon off;'
