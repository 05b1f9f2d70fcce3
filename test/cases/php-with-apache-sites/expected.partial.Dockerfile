FROM alpine:3.19
ENV PHP_INI_DIR=/etc/php81
RUN apk add --no-cache apache2 ca-certificates php81 php81-apache2 php81-ctype php81-curl php81-dom php81-fileinfo php81-ftp php81-iconv php81-mbstring php81-mysqlnd php81-opcache php81-openssl php81-pdo php81-pdo_sqlite php81-phar php81-posix php81-session php81-simplexml php81-sodium php81-sqlite3 php81-tokenizer php81-xml php81-xmlreader php81-xmlwriter \
    && adduser -u 82 -D -S -H -h /var/www -G www-data www-data \
    && ln -s /usr/bin/php81 /usr/local/bin/php \
    && mkdir -p /usr/local/etc && ln -s /etc/php81 /usr/local/etc/php \
    && mv /etc/php81/php.ini /etc/php81/php.ini-production \
    && echo 'short_open_tag = On' > /etc/php81/conf.d/00_short_open_tag.ini \
    && mkdir -p /var/www/html /etc/apache2/sites-available /etc/apache2/sites-enabled /etc/apache2/conf-available /etc/apache2/conf-enabled \
    && rm -r /var/www/localhost \
    && mv /var/www/logs /var/www/modules /var/www/run /etc/apache2/ \
    && printf '%s\n' '<VirtualHost *:80>' '  #ServerName www.example.com' '  ServerAdmin webmaster@localhost' '  DocumentRoot /var/www/html' '  ErrorLog ${APACHE_LOG_DIR}/error.log' '  CustomLog ${APACHE_LOG_DIR}/access.log combined' '</VirtualHost>' > /etc/apache2/sites-available/000-default.conf \
    && ln -s ../sites-available/000-default.conf /etc/apache2/sites-enabled/000-default.conf \
    && printf '%s\n' 'Listen 80' '' '<IfModule ssl_module>' '  Listen 443' '</IfModule>' > /etc/apache2/ports.conf \
    && printf '%s\n' 'ServerTokens OS' 'ServerSignature On' 'TraceEnable Off' > /etc/apache2/conf-available/security.conf \
    && ln -s ../conf-available/security.conf /etc/apache2/conf-enabled/security.conf \
    && sed -i -e 's|^ServerRoot .*|ServerRoot /etc/apache2|' -e 's/^User apache/User www-data/' -e 's/^Group apache/Group www-data/' -e 's|^<Directory "/var/www/localhost/htdocs">|<Directory /var/www/>|' -e 's|^DocumentRoot .*|<IfFile /var/www/html>\n  DocumentRoot /var/www/html\n</IfFile>|' -e 's/AllowOverride none/AllowOverride None/' -e '/^Listen 80$/d' /etc/apache2/httpd.conf \
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
RUN set -eux; \
    apk add --no-cache php81-pecl-apcu
# The provider tells the port.
RUN sed -i 's/80/${PORT}/g' /etc/apache2/sites-available/000-default.conf /etc/apache2/ports.conf
RUN apk add --no-cache apache2-ssl && sed -i -e '/^<VirtualHost _default_:443>/,/^<\/VirtualHost>/d' -e '/^Listen 443/d' /etc/apache2/conf.d/ssl.conf && sed -i -E 's/#(LoadModule remoteip_module)/\1/' /etc/apache2/httpd.conf && ln -sf ../sites-available/default-ssl.conf /etc/apache2/sites-enabled/default-ssl.conf && ln -sf ../conf-available/security.conf /etc/apache2/conf-enabled/security.conf && ln -sf ../conf-available/remoteip.conf /etc/apache2/conf-enabled/remoteip.conf
COPY remoteip.conf /etc/apache2/conf-available/
COPY secure.conf /etc/apache2/sites-available/default-ssl.conf
RUN sed -i 's/^ServerTokens OS/ServerTokens Prod/' /etc/apache2/conf-available/security.conf \
    && echo "ServerName shop" >> /etc/apache2/httpd.conf \
    && sed -i 's/AllowOverride None/AllowOverride All/' /etc/apache2/httpd.conf
COPY start.sh /start.sh
CMD ["/start.sh"]
