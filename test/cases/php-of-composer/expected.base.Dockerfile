FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends php-cli php-mbstring php-xml composer unzip \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY composer.json composer.lock ./
# Debian's php-common has ext-posix and ext-sockets, which are packages of their own on Alpine.
RUN composer install --no-dev && composer clear-cache
COPY . .
CMD ["php", "bin/console", "worker"]
