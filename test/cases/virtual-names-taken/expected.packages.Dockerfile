FROM php:8.3-fpm-alpine AS base
RUN apk add --no-cache icu-data-full icu-dev && docker-php-ext-install intl

FROM base AS application
RUN apk add --no-cache libzip-dev && docker-php-ext-install zip
CMD ["php-fpm"]
