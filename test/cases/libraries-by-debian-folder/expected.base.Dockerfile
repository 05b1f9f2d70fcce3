FROM php:8.4-fpm-alpine3.24
RUN apt-get update \
    && apt-get install -y --no-install-recommends libldap2-dev libpng-dev \
    && docker-php-ext-configure ldap --with-libdir=lib/x86_64-linux-gnu/ \
    && docker-php-ext-install ldap gd \
    && rm -rf /var/lib/apt/lists/*
# A folder, and the name a linker is given.
RUN apt-get update && apt-get install -y --no-install-recommends cmake libuv1-dev libssl-dev \
    && PKG_CONFIG_PATH=/usr/lib/x86_64-linux-gnu/pkgconfig cmake -S /src -B /build -DCMAKE_PREFIX_PATH=/usr/lib/x86_64-linux-gnu -DUV_LIBRARY="/usr/lib/x86_64-linux-gnu/libuv.so" \
    && make -C /build install
