ARG PHP=8.3
FROM alpine:3.24 AS base
ENV PHP_INI_DIR=/etc/php83
RUN apk add --no-cache apache2 ca-certificates php83 php83-apache2 php83-ctype php83-curl php83-dom php83-fileinfo php83-ftp php83-iconv php83-mbstring php83-mysqlnd php83-opcache php83-openssl php83-pdo php83-pdo_sqlite php83-phar php83-posix php83-session php83-simplexml php83-sodium php83-sqlite3 php83-tokenizer php83-xml php83-xmlreader php83-xmlwriter \
    && adduser -u 82 -D -S -H -h /var/www -G www-data www-data \
    && ln -s /usr/bin/php83 /usr/local/bin/php \
    && mkdir -p /usr/local/etc && ln -s /etc/php83 /usr/local/etc/php \
    && mv /etc/php83/php.ini /etc/php83/php.ini-production \
    && mv /etc/php83/conf.d/*opcache.ini /etc/php83/conf.d/docker-php-ext-opcache.ini \
    && mkdir -p /var/www/html /etc/apache2/sites-available /etc/apache2/sites-enabled /etc/apache2/conf-available /etc/apache2/conf-enabled \
    && rm -r /var/www/localhost \
    && mv /var/www/logs /var/www/modules /var/www/run /etc/apache2/ \
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
    && chmod +x /usr/local/bin/apache2-foreground \
    && printf '%s\n' '#!/bin/sh' '[ "${1#-}" = "$1" ] || set -- apache2-foreground "$@"' 'exec "$@"' > /usr/local/bin/docker-php-entrypoint \
    && chmod +x /usr/local/bin/docker-php-entrypoint
WORKDIR /var/www/html
STOPSIGNAL SIGWINCH
EXPOSE 80
RUN apk add --no-cache php83-bcmath php83-pecl-xdebug && echo 'zend_extension=xdebug.so' >> /etc/php83/conf.d/docker-php-ext-xdebug.ini
COPY php.ini $PHP_INI_DIR/
RUN grep -qs '^short_open_tag' /etc/php83/php.ini || echo 'short_open_tag = On' >> /etc/php83/php.ini
COPY docker-php-ext-opcache.ini /etc/php83/conf.d/
COPY entrypoint.sh /usr/local/bin/entrypoint
COPY vhost.conf /etc/apache2/sites-available/000-default.conf
ENTRYPOINT ["entrypoint"]
CMD ["apache2-foreground"]

FROM base AS tests
RUN php vendor/bin/phpunit

FROM base
WORKDIR app
COPY settings/ /etc/php83/
RUN grep -qs '^short_open_tag' /etc/php83/php.ini || echo 'short_open_tag = On' >> /etc/php83/php.ini
RUN apk add --no-cache --virtual .build-deps shadow \
    && usermod -u 1000 www-data && groupmod -g 1000 www-data && chown -R www-data:www-data /var/www \
    && apk del --no-network .build-deps
USER www-data
