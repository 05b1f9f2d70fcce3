FROM php:8.4-fpm-alpine3.24
RUN apk add --no-cache --virtual .build-deps openldap-dev libpng-dev \
    && docker-php-ext-configure ldap --with-libdir=lib/ \
    && docker-php-ext-install ldap gd \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
# A folder, and the name a linker is given.
RUN apk add --no-cache --virtual .build-deps openldap-dev libpng-dev build-base linux-headers cmake libuv-dev openssl-dev \
    && PKG_CONFIG_PATH=/usr/lib/pkgconfig cmake -S /src -B /build -DCMAKE_PREFIX_PATH=/usr/lib -DUV_LIBRARY="/usr/lib/libuv.so" \
    && make -C /build install \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /build /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
