FROM alpine:3.22
RUN apk add --no-cache php82 php82-openssl php82-phar php82-mbstring php82-curl php82-ctype php82-fileinfo php82-iconv php82-session php82-tokenizer php82-fpm php82-opcache php82-mysqli php82-pdo_mysql php82-mysqlnd \
 && adduser -u 82 -D -S -H -h /var/www -G www-data www-data \
 && mkdir -p /run/php \
 && sed -i -E -e 's/^(user|group) = nobody/\1 = www-data/' -e 's|^listen = .*|listen = /run/php/php8.2-fpm.sock|' -e 's/^;?listen\.(owner|group) = .*/listen.\1 = www-data/' /etc/php82/php-fpm.d/www.conf \
 && ln -sf php82 /usr/bin/php \
 && ln -sf php-fpm82 /usr/sbin/php-fpm \
 && ln -sf php-fpm82 /usr/sbin/php-fpm8.2
RUN sed -i 's/^;clear_env/clear_env/' /etc/php82/php-fpm.d/www.conf \
 && sed -i 's/^memory_limit.*/memory_limit = 256M/' /etc/php82/php.ini /etc/php82/php.ini
COPY own.ini /etc/php82/conf.d/own.ini
COPY etc/php/8.2/fpm/php-fpm.conf /etc/php82/php-fpm.conf
RUN /bin/sh -c 'echo extension=own.so > /etc/php82/conf.d/own.ini'
RUN php -v
CMD ["php-fpm8.2", "-F"]
