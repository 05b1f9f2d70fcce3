# One Dockerfile for several systems: what asks for Debian asks for Alpine, and what is never run there stays.
FROM php:8.4-fpm-alpine3.24
RUN if command -v apk > /dev/null; then apk add --no-cache zip; else echo none; fi
RUN if [ -x /sbin/apk ]; then apk add --no-cache unzip; fi
RUN if [ -f /etc/alpine-release ]; then apk add --no-cache git; fi
RUN if which a2enmod; then a2enmod rewrite; fi
RUN if [ -x "$(command -v apache2-foreground)" ]; then \
        a2enmod headers \
     && a2enmod expires; \
    fi
