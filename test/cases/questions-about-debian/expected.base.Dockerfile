# One Dockerfile for several systems: what asks for Debian asks for Alpine, and what is never run there stays.
FROM php:8.4-fpm-alpine3.24
RUN if command -v apt-get > /dev/null; then apt-get update && apt-get install -y zip; else echo none; fi
RUN if [ -x /usr/bin/apt-get ]; then apt-get update && apt-get install -y --no-install-recommends unzip; fi
RUN if [ -f /etc/debian_version ]; then apt-get update && apt-get install -y --no-install-recommends git; fi
RUN if which a2enmod; then a2enmod rewrite; fi
RUN if [ -x "$(command -v apache2-foreground)" ]; then \
        a2enmod headers \
     && a2enmod expires; \
    fi
