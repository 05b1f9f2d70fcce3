FROM dunglas/frankenphp:1.9-php8.4-alpine
RUN apk add --no-cache icu-data-full git unzip icu-dev && docker-php-ext-install intl \
 && install-php-extensions pdo_mysql
RUN adduser -D -H app && chown -R www-data:www-data /data/caddy /config/caddy
USER www-data
