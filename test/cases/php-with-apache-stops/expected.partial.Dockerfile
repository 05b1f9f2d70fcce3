FROM alpine:3.24
ENV PHP_INI_DIR=/etc/php84
RUN apk add --no-cache apache2 ca-certificates php84 php84-apache2 php84-ctype php84-curl php84-dom php84-fileinfo php84-ftp php84-iconv php84-mbstring php84-mysqlnd php84-opcache php84-openssl php84-pdo php84-pdo_sqlite php84-phar php84-posix php84-session php84-simplexml php84-sodium php84-sqlite3 php84-tokenizer php84-xml php84-xmlreader php84-xmlwriter \
    && adduser -u 82 -D -S -H -h /var/www -G www-data www-data \
    && ln -s /usr/bin/php84 /usr/local/bin/php \
    && mkdir -p /usr/local/etc && ln -s /etc/php84 /usr/local/etc/php \
    && mv /etc/php84/php.ini /etc/php84/php.ini-production \
    && echo 'short_open_tag = On' > /etc/php84/conf.d/00_short_open_tag.ini \
    && mkdir -p /var/www/html /etc/apache2/sites-available /etc/apache2/sites-enabled /etc/apache2/conf-available /etc/apache2/conf-enabled \
    && rm -r /var/www/localhost \
    && mv /var/www/logs /var/www/modules /var/www/run /etc/apache2/ \
    && printf '%s\n' '<VirtualHost *:80>' '  #ServerName www.example.com' '  ServerAdmin webmaster@localhost' '  DocumentRoot /var/www/html' '  ErrorLog ${APACHE_LOG_DIR}/error.log' '  CustomLog ${APACHE_LOG_DIR}/access.log combined' '</VirtualHost>' > /etc/apache2/sites-available/000-default.conf \
    && ln -s ../sites-available/000-default.conf /etc/apache2/sites-enabled/000-default.conf \
    && sed -i -e 's|^ServerRoot .*|ServerRoot /etc/apache2|' -e 's/^User apache/User www-data/' -e 's/^Group apache/Group www-data/' -e 's|^<Directory "/var/www/localhost/htdocs">|<Directory /var/www/>|' -e 's|^DocumentRoot .*|<IfFile /var/www/html>\n  DocumentRoot /var/www/html\n</IfFile>|' /etc/apache2/httpd.conf \
    && printf '%s\n' 'Define APACHE_LOG_DIR /var/log/apache2' 'IncludeOptional /etc/apache2/conf-enabled/*.conf' 'IncludeOptional /etc/apache2/sites-enabled/*.conf' >> /etc/apache2/httpd.conf \
    && sed -i -E 's/#(LoadModule deflate_module)/\1/' /etc/apache2/httpd.conf \
    && sed -i '/^LoadModule/!d' /etc/apache2/conf.d/php*-module.conf \
    && printf '%s\n' '<FilesMatch \.php$>' '  SetHandler application/x-httpd-php' '</FilesMatch>' 'DirectoryIndex disabled' 'DirectoryIndex index.php index.html' '<Directory /var/www/>' '  Options -Indexes' '  AllowOverride All' '</Directory>' 'Timeout 300' 'TraceEnable Off' '<IfModule mpm_prefork_module>' '  MaxRequestWorkers 150' '</IfModule>' '<IfModule deflate_module>' '  AddOutputFilterByType DEFLATE text/html text/plain text/xml text/css text/javascript application/javascript application/xml application/rss+xml' '</IfModule>' > /etc/apache2/conf-available/docker-php.conf \
    && ln -s ../conf-available/docker-php.conf /etc/apache2/conf-enabled/docker-php.conf \
    && ln -sf /dev/stdout /var/log/apache2/access.log \
    && ln -sf /dev/stderr /var/log/apache2/error.log \
    && mkdir -p /run/apache2 /var/log/apache2 /var/www/html \
    && chown www-data:www-data /run/apache2 /var/log/apache2 /var/www/html \
    && chmod 1777 /run/apache2 /var/log/apache2 /var/www/html \
    && printf '%s\n' '#!/bin/sh' 'rm -f /run/apache2/httpd.pid' 'exec /usr/sbin/httpd -DFOREGROUND "$@"' > /usr/local/bin/apache2-foreground \
    && chmod +x /usr/local/bin/apache2-foreground
WORKDIR /var/www/html
STOPSIGNAL SIGWINCH
EXPOSE 80
CMD ["apache2-foreground"]
# alpinize: left out: docker-php-ext-install pdo_firebird gd (Alpine 3.24 has no package of PHP 8.4's extension `pdo_firebird`. Leave it out if nothing needs it, or stay on this image.)
RUN apk add --no-cache --virtual .build-deps openssl-dev \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
# alpinize: left out: pecl install https://example.org/files/own-1.0.tgz (Alpine 3.24 has no package of PHP 8.4's extension `own`. Leave it out if nothing needs it, or stay on this image.)
# alpinize: left out: docker-php-ext-enable own (`own` is an extension of the image's own PHP, which no package of Alpine's brings here. Leave it out if nothing needs it, or stay on this image.)
RUN apk add --no-cache --virtual .build-deps openssl-dev \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/lib/php* /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
# alpinize: left out: curl -fsSL https://example.org/files/other.tar.gz | tar -xzC /usr/src/php/ext (Alpine's PHP and Apache come from packages: there are no sources of PHP in /usr/src, its settings are in a folder such as /etc/php84, and no variables name the folder of Apache's. Name each file with its folder there.)
# alpinize: left out: docker-php-ext-install other (Alpine 3.24 has no package of PHP 8.4's extension `other`. Leave it out if nothing needs it, or stay on this image.)
RUN apk add --no-cache --virtual .build-deps openssl-dev curl \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
# alpinize: left out: phpize (`phpize` belongs to the image's own PHP: it compiles against the headers of the image's own PHP. Leave the extension out, or compile it with those of Alpine's PHP, a package such as php84-dev.)
RUN apk add --no-cache --virtual .build-deps \
        openssl-dev build-base linux-headers \
    && cd /srv/extension && ./configure && make install \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/lib/php* /srv/extension /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
# alpinize: Alpine's Apache reads /etc/apache2/httpd.conf and /etc/apache2/conf.d/*.conf, and has none of Debian's other main files. Put the settings there.
COPY apache2.conf /etc/apache2/apache2.conf
# alpinize: Alpine's PHP and Apache come from packages: there are no sources of PHP in /usr/src, its settings are in a folder such as /etc/php84, and no variables name the folder of Apache's. Name each file with its folder there.
COPY etc/ /usr/local/etc/
