FROM php:8.4-fpm-alpine3.24
RUN apk add --no-cache build-base linux-headers openldap-dev libpng-dev \
    && docker-php-ext-configure ldap --with-libdir=lib/ \
    && docker-php-ext-install ldap gd
# A folder, and the name a linker is given.
RUN apk add --no-cache cmake libuv-dev openssl-dev \
    && PKG_CONFIG_PATH=/usr/lib/pkgconfig cmake -S /src -B /build -DCMAKE_PREFIX_PATH=/usr/lib -DUV_LIBRARY="/usr/lib/libuv.so" \
    && make -C /build install
