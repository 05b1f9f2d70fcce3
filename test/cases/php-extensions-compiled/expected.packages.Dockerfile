# What comes with the C library, ICU and ImageMagick on Debian, for extensions that are compiled in the official image
FROM php:8.4-fpm-alpine3.24 AS base
RUN apk add --no-cache gettext-dev linux-headers icu-dev imagemagick-dev
RUN apk add --no-cache icu-data-full \
    && docker-php-ext-install -j"$(nproc)" gettext intl sockets
RUN apk add --no-cache \
        imagemagick-jpeg imagemagick-tiff imagemagick-webp $PHPIZE_DEPS \
    && pecl install imagick-3.8.0 && docker-php-ext-enable imagick

FROM base AS debug
RUN pecl install xdebug && docker-php-ext-enable xdebug

FROM base
CMD ["php-fpm"]
