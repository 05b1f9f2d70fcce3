FROM dunglas/frankenphp:1.9-php8.4-alpine
RUN apk add --no-cache icu-data-full git unzip \
 && apk add --no-cache --virtual .build-deps icu-dev && docker-php-ext-install intl \
 && install-php-extensions pdo_mysql \
 && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
     | tr ',' '\n' | sort -u \
     | while read -r library; do apk info --installed "so:$library" || true; done \
     | xargs -rt apk add --no-network ) \
 && apk del --no-network .build-deps
RUN adduser -D -H app && chown -R www-data:www-data /data/caddy /config/caddy
USER www-data
