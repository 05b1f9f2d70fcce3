FROM alpine:3.22
RUN apt-get update && apt-get install -y --no-install-recommends php-cli php8.2-fpm php-mysql \
 && phpenmod mysqli \
 && rm -rf /var/lib/apt/lists/*
RUN sed -i 's/^;clear_env/clear_env/' /etc/php/8.2/fpm/pool.d/www.conf \
 && sed -i 's/^memory_limit.*/memory_limit = 256M/' /etc/php/8.2/fpm/php.ini /etc/php/8.2/cli/php.ini
COPY own.ini /etc/php/8.2/mods-available/own.ini
COPY etc/php/8.2/fpm/php-fpm.conf /etc/php/8.2/fpm/php-fpm.conf
RUN /bin/sh -c 'echo extension=own.so > /etc/php/8.2/mods-available/own.ini'
RUN php -v
CMD ["php-fpm8.2", "-F"]
