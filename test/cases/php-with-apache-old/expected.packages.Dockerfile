FROM alpine:3.8
ENV PHP_INI_DIR=/etc/php5
RUN apk add --no-cache apache2 ca-certificates php5 php5-apache2 php5-cli php5-ctype php5-curl php5-dom php5-ftp php5-iconv php5-json php5-openssl php5-pdo php5-pdo_sqlite php5-phar php5-posix php5-sqlite3 php5-xml php5-xmlreader \
    && adduser -u 82 -D -S -H -h /var/www -G www-data www-data \
    && ln -s /usr/bin/php5 /usr/local/bin/php \
    && mkdir -p /usr/local/etc && ln -s /etc/php5 /usr/local/etc/php \
    && mv /etc/php5/php.ini /etc/php5/php.ini-production \
    && mkdir -p /var/www/html /etc/apache2/sites-available /etc/apache2/sites-enabled /etc/apache2/conf-available /etc/apache2/conf-enabled \
    && rm -r /var/www/localhost \
    && mv /var/www/logs /var/www/modules /var/www/run /etc/apache2/ \
    && printf '%s\n' '<VirtualHost *:80>' '  #ServerName www.example.com' '  ServerAdmin webmaster@localhost' '  DocumentRoot /var/www/html' '  ErrorLog ${APACHE_LOG_DIR}/error.log' '  CustomLog ${APACHE_LOG_DIR}/access.log combined' '</VirtualHost>' > /etc/apache2/sites-available/000-default.conf \
    && ln -s ../sites-available/000-default.conf /etc/apache2/sites-enabled/000-default.conf \
    && sed -i -e 's|^ServerRoot .*|ServerRoot /etc/apache2|' -e 's/^User apache/User www-data/' -e 's/^Group apache/Group www-data/' -e 's|^<Directory "/var/www/localhost/htdocs">|<Directory /var/www/>|' -e '/^DocumentRoot/d' /etc/apache2/httpd.conf \
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
ARG EXTENSIONS="mbstring mcrypt mysqli"
RUN buildDeps=" \
         \
    " \
    && apk add --no-cache wget \
    && apk add --no-cache php5-mcrypt php5-mysqli \
    && apk add --no-cache php5-gd
COPY php.ini /etc/php5/
RUN grep -qs '^short_open_tag' /etc/php5/php.ini || echo 'short_open_tag = On' >> /etc/php5/php.ini
ENV APACHE_DOCUMENT_ROOT /var/www/html/web
RUN sed -ri -e 's!/var/www/html!${APACHE_DOCUMENT_ROOT}!g' /etc/apache2/sites-available/*.conf \
    && sed -ri -e 's!/var/www/!${APACHE_DOCUMENT_ROOT}!g' /etc/apache2/httpd.conf
RUN sed -i -E 's/#(LoadModule rewrite_module)/\1/' /etc/apache2/httpd.conf
COPY . /var/www/html
CMD ["/usr/local/bin/apache2-foreground"]
