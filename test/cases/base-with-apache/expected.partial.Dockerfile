# alpinize: wordpress:6 has no Alpine variant: it serves with Apache, which only Debian's variants have; php-fpm behind a web server of its own does the same. Use wordpress:6-fpm-alpine instead.
FROM wordpress:6
RUN apt-get update && apt-get install -y less && rm -rf /var/lib/apt/lists/*
COPY theme/ /usr/src/wordpress/wp-content/themes/own/
