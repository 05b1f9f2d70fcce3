FROM alpine:3.24
RUN apk add --no-cache php83 php83-openssl php83-phar php83-mbstring php83-curl php83-ctype php83-fileinfo php83-iconv php83-session php83-tokenizer php83-fpm php83-mysqli php83-pdo_mysql php83-mysqlnd \
 && adduser -u 82 -D -S -H -h /var/www -G www-data www-data \
 && mkdir -p /run/php \
 && sed -i -E -e 's/^(user|group) = nobody/\1 = www-data/' -e 's|^listen = .*|listen = /run/php/php8.2-fpm.sock|' -e 's/^;?listen\.(owner|group) = .*/listen.\1 = www-data/' /etc/php83/php-fpm.d/www.conf \
 && ln -sf php83 /usr/bin/php \
 && ln -sf php-fpm83 /usr/sbin/php-fpm \
 && ln -sf php-fpm83 /usr/sbin/php-fpm8.2
RUN sed -i 's/^;clear_env/clear_env/' /etc/php83/php-fpm.d/www.conf \
 && sed -i 's/^memory_limit.*/memory_limit = 256M/' /etc/php83/php.ini /etc/php83/php.ini
COPY own.ini /etc/php83/conf.d/own.ini
COPY etc/php/8.2/fpm/php-fpm.conf /etc/php83/php-fpm.conf
RUN /bin/sh -c 'echo extension=own.so > /etc/php83/conf.d/own.ini'
RUN php -v
CMD ["php-fpm8.2", "-F"]
