FROM dunglas/frankenphp:1.9-php8.4-alpine
RUN apt-get update && apt-get install -y --no-install-recommends git unzip libicu-dev && rm -rf /var/lib/apt/lists/* \
 && docker-php-ext-install intl \
 && install-php-extensions pdo_mysql
RUN useradd --no-create-home app && chown -R www-data:www-data /data/caddy /config/caddy
USER www-data
