# What comes with the C library, ICU and ImageMagick on Debian, for extensions that are compiled in the official image
FROM php:8.4-fpm-alpine3.24 AS base
RUN apt-get update && apt-get install -y --no-install-recommends libicu-dev libmagickwand-dev && rm -rf /var/lib/apt/lists/*
RUN docker-php-ext-install -j"$(nproc)" gettext intl sockets
RUN pecl install imagick-3.8.0 && docker-php-ext-enable imagick

FROM base AS debug
RUN pecl install xdebug && docker-php-ext-enable xdebug

FROM base
CMD ["php-fpm"]
