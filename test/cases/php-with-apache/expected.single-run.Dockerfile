FROM alpine:3.22
ENV PHP_INI_DIR=/etc/php82
RUN apk add --no-cache apache2 ca-certificates php82 php82-apache2 php82-ctype php82-curl php82-dom php82-fileinfo php82-ftp php82-iconv php82-mbstring php82-mysqlnd php82-opcache php82-openssl php82-pdo php82-pdo_sqlite php82-phar php82-posix php82-session php82-simplexml php82-sodium php82-sqlite3 php82-tokenizer php82-xml php82-xmlreader php82-xmlwriter \
    && adduser -u 82 -D -S -H -h /var/www -G www-data www-data \
    && ln -s /usr/bin/php82 /usr/local/bin/php \
    && mkdir -p /usr/local/etc && ln -s /etc/php82 /usr/local/etc/php \
    && mv /etc/php82/php.ini /etc/php82/php.ini-production \
    && mkdir -p /var/www/html /etc/apache2/sites-available /etc/apache2/sites-enabled /etc/apache2/conf-available /etc/apache2/conf-enabled \
    && rm -r /var/www/localhost \
    && mv /var/www/logs /var/www/modules /var/www/run /etc/apache2/ \
    && printf '%s\n' '<VirtualHost *:80>' '  #ServerName www.example.com' '  ServerAdmin webmaster@localhost' '  DocumentRoot /var/www/html' '  ErrorLog ${APACHE_LOG_DIR}/error.log' '  CustomLog ${APACHE_LOG_DIR}/access.log combined' '</VirtualHost>' > /etc/apache2/sites-available/000-default.conf \
    && ln -s ../sites-available/000-default.conf /etc/apache2/sites-enabled/000-default.conf \
    && printf '%s\n' 'Listen 80' '' '<IfModule ssl_module>' '  Listen 443' '</IfModule>' > /etc/apache2/ports.conf \
    && sed -i -e 's|^ServerRoot .*|ServerRoot /etc/apache2|' -e 's/^User apache/User www-data/' -e 's/^Group apache/Group www-data/' -e 's|^<Directory "/var/www/localhost/htdocs">|<Directory /var/www/>|' -e 's|^DocumentRoot .*|<IfFile /var/www/html>\n  DocumentRoot /var/www/html\n</IfFile>|' -e '/^Listen 80$/d' /etc/apache2/httpd.conf \
    && printf '%s\n' 'Define APACHE_LOG_DIR /var/log/apache2' 'Include /etc/apache2/ports.conf' 'IncludeOptional /etc/apache2/conf-enabled/*.conf' 'IncludeOptional /etc/apache2/sites-enabled/*.conf' >> /etc/apache2/httpd.conf \
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

# What the shop's extensions are compiled with, and what it calls itself.
RUN apk add --no-cache \
        unzip \
    && apk add --no-cache php82-gd php82-intl icu-data-full php82-pdo_mysql php82-zip \
    && apk add --no-cache php82-pecl-redis php82-pecl-xdebug php82-pecl-imagick imagemagick-jpeg imagemagick-tiff imagemagick-webp \
    && echo 'zend_extension=xdebug.so' >> /etc/php82/conf.d/docker-php-ext-xdebug.ini \
    && rm -rf /tmp/pear

RUN mv "$PHP_INI_DIR/php.ini-production" "$PHP_INI_DIR/php.ini" \
    && echo 'extension=imagick.so' > /etc/php82/conf.d/imagick.ini
RUN { \
        echo 'opcache.memory_consumption=128'; \
        echo 'opcache.revalidate_freq=60'; \
    } > /usr/local/etc/php/conf.d/opcache-recommended.ini

ENV APACHE_DOCUMENT_ROOT=/var/www/html/public
RUN sed -ri -e 's!/var/www/html!${APACHE_DOCUMENT_ROOT}!g' /etc/apache2/sites-available/*.conf
RUN sed -ri -e 's!/var/www/!${APACHE_DOCUMENT_ROOT}!g' /etc/apache2/httpd.conf /etc/apache2/conf-available/*.conf
RUN sed -i -E 's/#(LoadModule (rewrite|headers)_module)/\1/' /etc/apache2/httpd.conf && sed -i 's/Listen 80/Listen 8080/' /etc/apache2/ports.conf

COPY --from=composer:2 /usr/bin/composer /usr/local/bin/composer
COPY --chown=www-data:www-data . .
RUN composer install --no-dev && composer clear-cache
EXPOSE 8080
