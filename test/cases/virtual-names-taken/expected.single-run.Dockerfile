FROM php:8.3-fpm-alpine AS base
RUN apk add --no-cache icu-data-full \
    && apk add --no-cache --virtual .build-deps icu-dev && docker-php-ext-install intl \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps

FROM base AS application
RUN apk add --no-cache --virtual .build-deps icu-dev libzip-dev && docker-php-ext-install zip \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
CMD ["php-fpm"]
