FROM alpine:3.22
# The server, with what PHP takes it for.
RUN apk add --no-cache apache2 php82 php82-apache2 php82-opcache php82-openssl php82-phar php82-mbstring php82-curl php82-ctype php82-fileinfo php82-iconv php82-session php82-tokenizer \
    && adduser -u 82 -D -S -H -h /var/www -G www-data www-data \
    && mkdir -p /var/www/html /etc/apache2/sites-available /etc/apache2/sites-enabled /etc/apache2/conf-available /etc/apache2/conf-enabled \
    && mv /var/www/logs /var/www/modules /var/www/run /etc/apache2/ \
    && printf '%s\n' '<VirtualHost *:80>' '  #ServerName www.example.com' '  ServerAdmin webmaster@localhost' '  DocumentRoot /var/www/html' '  ErrorLog ${APACHE_LOG_DIR}/error.log' '  CustomLog ${APACHE_LOG_DIR}/access.log combined' '</VirtualHost>' > /etc/apache2/sites-available/000-default.conf \
    && ln -s ../sites-available/000-default.conf /etc/apache2/sites-enabled/000-default.conf \
    && printf '%s\n' 'Listen 80' '' '<IfModule ssl_module>' '  Listen 443' '</IfModule>' > /etc/apache2/ports.conf \
    && sed -i -e 's|^ServerRoot .*|ServerRoot /etc/apache2|' -e 's/^User apache/User www-data/' -e 's/^Group apache/Group www-data/' -e 's|^<Directory "/var/www/localhost/htdocs">|<Directory /var/www/>|' -e 's|^DocumentRoot .*|<IfFile /var/www/html>\n  DocumentRoot /var/www/html\n</IfFile>|' -e 's/AllowOverride none/AllowOverride None/' -e '/^Listen 80$/d' /etc/apache2/httpd.conf \
    && printf '%s\n' 'Define APACHE_LOG_DIR /var/log/apache2' 'Include /etc/apache2/ports.conf' 'IncludeOptional /etc/apache2/conf-enabled/*.conf' 'IncludeOptional /etc/apache2/sites-enabled/*.conf' >> /etc/apache2/httpd.conf \
    && ln -sf php82 /usr/bin/php \
    && ln -sf php82 /usr/bin/php8.2 \
    && apk add --no-cache apache2-ssl apache2-proxy && sed -i -e '/^<VirtualHost _default_:443>/,/^<\/VirtualHost>/d' -e '/^Listen 443/d' /etc/apache2/conf.d/ssl.conf && sed -i -E 's/#(LoadModule (rewrite|headers)_module)/\1/' /etc/apache2/httpd.conf && sed -i -E 's/^(LoadModule status_module)/#\1/' /etc/apache2/httpd.conf
RUN sed -ri -e 's!/var/www/html!/srv/shop/public!g' /etc/apache2/sites-available/*.conf \
    && echo "Listen 8080" >> /etc/apache2/ports.conf \
    && echo "ServerName shop" >> /etc/apache2/httpd.conf \
    && sed -i '/<Directory \/var\/www\/>/,/<\/Directory>/ s/AllowOverride None/AllowOverride All/' /etc/apache2/httpd.conf \
    && sed -i 's/memory_limit = .*/memory_limit = 256M/' /etc/php82/php.ini
RUN rm -f /etc/php82/conf.d/20-readline.ini && rm -f -r /etc/php82/conf.d/20-readline.ini
COPY admin.conf /etc/apache2/sites-available/
COPY limits.conf /etc/apache2/conf-available/limits.conf
RUN ln -sf ../sites-available/admin.conf /etc/apache2/sites-enabled/admin.conf && ln -sf ../conf-available/limits.conf /etc/apache2/conf-enabled/limits.conf
COPY --chown=www-data:www-data . /srv/shop
CMD ["/usr/sbin/httpd", "-D", "FOREGROUND"]
