FROM alpine:3.24
RUN apk add --no-cache apache2 postgresql16 php83 php83-fpm php83-opcache php83-openssl php83-phar php83-mbstring php83-curl php83-ctype php83-fileinfo php83-iconv php83-session php83-tokenizer \
    && adduser -u 82 -D -S -H -h /var/www -G www-data www-data \
    && mkdir -p /var/www/html /etc/apache2/conf-available /etc/apache2/conf-enabled /etc/apache2/mods-available /etc/apache2/mods-enabled \
    && mv /var/www/logs /var/www/modules /var/www/run /etc/apache2/ \
    && printf 'export %s\n' APACHE_LOG_DIR=/var/log/apache2 APACHE_RUN_DIR=/var/run/apache2 APACHE_LOCK_DIR=/var/lock/apache2 APACHE_PID_FILE=/var/run/apache2/apache2.pid APACHE_RUN_USER=www-data APACHE_RUN_GROUP=www-data > /etc/apache2/envvars \
    && sed -i -e 's|^ServerRoot .*|ServerRoot /etc/apache2|' -e 's/^User apache/User www-data/' -e 's/^Group apache/Group www-data/' -e 's|^<Directory "/var/www/localhost/htdocs">|<Directory /var/www/>|' -e 's|/var/www/localhost/htdocs|/var/www/html|' /etc/apache2/httpd.conf \
    && printf '%s\n' 'Define APACHE_LOG_DIR /var/log/apache2' 'IncludeOptional /etc/apache2/mods-enabled/*.conf' 'IncludeOptional /etc/apache2/conf-enabled/*.conf' >> /etc/apache2/httpd.conf \
    && apk add --no-cache apache2-ctl \
    && ln -s httpd /usr/sbin/apache2 \
    && ln -s apachectl /usr/sbin/apache2ctl \
    && mkdir -p /run/php \
    && sed -i -E -e 's/^(user|group) = nobody/\1 = www-data/' -e 's|^listen = .*|listen = /run/php/php8.2-fpm.sock|' -e 's/^;?listen\.(owner|group) = .*/listen.\1 = www-data/' /etc/php83/php-fpm.d/www.conf \
    && ln -sf php83 /usr/bin/php \
    && ln -sf php-fpm83 /usr/sbin/php-fpm \
    && ln -sf php-fpm83 /usr/sbin/php-fpm8.2
# alpinize: Alpine's Apache reads /etc/apache2/httpd.conf and /etc/apache2/conf.d/*.conf, and has none of Debian's other main files. Put the settings there.
COPY apache2.conf /etc/apache2/apache2.conf
# alpinize: Alpine's PostgreSQL has its settings in its data folder, which `initdb` makes; /etc/postgresql does not exist there. Call initdb, and change the files in $PGDATA.
# RUN echo "host all all 0.0.0.0/0 md5" >> /etc/postgresql/15/reports/pg_hba.conf
# alpinize: Alpine's PHP has one folder of settings for each series, such as /etc/php84, and none for each way to run it. Put them there.
# RUN rm -rf /etc/php/8.2/apache2/
# alpinize: Alpine's /etc/apache2/httpd.conf takes the place of apache2.conf, and has other lines. Put what should be different into a file in /etc/apache2/conf.d.
# RUN sed -i 's/^KeepAlive On/KeepAlive Off/' /etc/apache2/apache2.conf
# alpinize: Alpine's Apache reads no /etc/apache2/envvars. Write what it should say into a file in /etc/apache2/conf.d, as `Define NAME VALUE`, or as User and Group.
# RUN echo 'export APACHE_RUN_USER=app' >> /etc/apache2/envvars
# alpinize: Alpine's Apache has a LoadModule line in /etc/apache2/httpd.conf for each module, and no folders mods-available and mods-enabled. Change the lines there, or write a file in /etc/apache2/conf.d.
# alpinize: Alpine's Apache has no module `jk`, or not the settings that Debian's comes with. Leave it out, or load it by a file in /etc/apache2/conf.d.
# alpinize: Nothing here makes /etc/apache2/conf-available/php8.2-fpm.conf, so it is Debian's own, which Alpine's Apache lacks. Write what it should say into a file in /etc/apache2/conf.d.
# RUN sed -i 's/index.html/index.htm/' /etc/apache2/mods-enabled/dir.conf && a2enmod jk && a2enconf php8.2-fpm
CMD ["php-fpm8.2", "-F"]
