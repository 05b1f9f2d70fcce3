FROM alpine:3.24
RUN apk add --no-cache php83 php83-openssl php83-phar php83-mbstring php83-curl php83-ctype php83-fileinfo php83-iconv php83-session php83-tokenizer php83-xml php83-dom php83-simplexml php83-xmlreader php83-xmlwriter php83-xsl composer unzip \
    && ln -sf php83 /usr/bin/php
WORKDIR /app
COPY composer.json composer.lock ./
# Debian's php-common has ext-posix and ext-sockets, which are packages of their own on Alpine.
RUN apk add --no-cache php83-posix php83-sockets \
    && composer install --no-dev && composer clear-cache
COPY . .
CMD ["php", "bin/console", "worker"]
