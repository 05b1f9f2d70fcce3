FROM alpine:3.22
RUN apk add --no-cache nginx php82 php82-fpm php82-opcache php82-openssl php82-phar php82-mbstring php82-curl php82-ctype php82-fileinfo php82-iconv php82-session php82-tokenizer php82-mysqli php82-pdo_mysql php82-mysqlnd \
    && adduser -u 82 -D -S -H -h /var/www -G www-data www-data \
    && mkdir -p /run/php \
    && sed -i -E -e 's/^(user|group) = nobody/\1 = www-data/' -e 's|^listen = .*|listen = /run/php/php8.2-fpm.sock|' -e 's/^;?listen\.(owner|group) = .*/listen.\1 = www-data/' /etc/php82/php-fpm.d/www.conf \
    && ln -sf php82 /usr/bin/php
RUN sed -i 's/;clear_env = no/clear_env = no/' /etc/php82/php-fpm.d/www.conf
COPY nginx.conf /etc/nginx/nginx.conf
COPY --chown=www-data:www-data site /srv/site
CMD php-fpm82 && exec nginx -g 'daemon off;'
