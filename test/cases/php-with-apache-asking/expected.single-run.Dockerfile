# The question goes with the command that it stands in, so that nothing is compiled and no headers are needed.
FROM alpine:3.24
ENV PHP_INI_DIR=/etc/php84
RUN apk add --no-cache apache2 ca-certificates php84 php84-apache2 php84-ctype php84-curl php84-dom php84-fileinfo php84-ftp php84-iconv php84-mbstring php84-mysqlnd php84-opcache php84-openssl php84-pdo php84-pdo_sqlite php84-phar php84-posix php84-session php84-simplexml php84-sodium php84-sqlite3 php84-tokenizer php84-xml php84-xmlreader php84-xmlwriter \
    && adduser -u 82 -D -S -H -h /var/www -G www-data www-data \
    && ln -s /usr/bin/php84 /usr/local/bin/php \
    && mkdir -p /usr/local/etc && ln -s /etc/php84 /usr/local/etc/php \
    && mv /etc/php84/php.ini /etc/php84/php.ini-production \
    && echo 'short_open_tag = On' > /etc/php84/conf.d/00_short_open_tag.ini \
    && mkdir -p /var/www/html /etc/apache2/conf-available /etc/apache2/conf-enabled \
    && rm -r /var/www/localhost \
    && mv /var/www/logs /var/www/modules /var/www/run /etc/apache2/ \
    && sed -i -e 's|^ServerRoot .*|ServerRoot /etc/apache2|' -e 's/^User apache/User www-data/' -e 's/^Group apache/Group www-data/' -e 's|^<Directory "/var/www/localhost/htdocs">|<Directory /var/www/>|' -e 's|/var/www/localhost/htdocs|/var/www/html|' /etc/apache2/httpd.conf \
    && printf '%s\n' 'Define APACHE_LOG_DIR /var/log/apache2' 'IncludeOptional /etc/apache2/conf-enabled/*.conf' >> /etc/apache2/httpd.conf \
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
RUN apk add --no-cache php84-ldap
RUN if command -v httpd > /dev/null; then sed -i -E 's/#(LoadModule rewrite_module)/\1/' /etc/apache2/httpd.conf; fi
