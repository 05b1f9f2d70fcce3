# What comes with the C library, ICU and ImageMagick on Debian, for extensions that are compiled in the official image
FROM php:8.4-fpm-alpine3.24 AS base
RUN apk add --no-cache --virtual .build-deps \
        icu-dev imagemagick-dev gettext-dev linux-headers \
    && apk add --no-cache icu-data-full \
    && docker-php-ext-install -j"$(nproc)" gettext intl sockets \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
RUN apk add --no-cache --virtual .build-deps \
        icu-dev imagemagick-dev $PHPIZE_DEPS \
    && apk add --no-cache imagemagick-jpeg imagemagick-tiff imagemagick-webp \
    && pecl install imagick-3.8.0 && docker-php-ext-enable imagick \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps

FROM base AS debug
RUN apk add --no-cache $PHPIZE_DEPS linux-headers \
    && pecl install xdebug && docker-php-ext-enable xdebug

FROM base
CMD ["php-fpm"]
