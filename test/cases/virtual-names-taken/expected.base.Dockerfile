FROM php:8.3-fpm-alpine AS base
RUN apt-get update && apt-get install -y libicu-dev && docker-php-ext-install intl

FROM base AS application
RUN apt-get update && apt-get install -y libzip-dev && docker-php-ext-install zip
CMD ["php-fpm"]
