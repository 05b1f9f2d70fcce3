FROM alpine:3.24
RUN apk add --no-cache apache2 postgresql16 php83-fpm \
    && ln -sf php-fpm83 /usr/sbin/php-fpm \
    && ln -sf php-fpm83 /usr/sbin/php-fpm8.2
# alpinize: Alpine's Apache reads /etc/apache2/httpd.conf and /etc/apache2/conf.d/*.conf, and has none of Debian's other files. Put the settings there.
COPY site.conf /etc/apache2/sites-available/000-default.conf
# alpinize: Alpine's PostgreSQL has its settings in its data folder, which `initdb` makes; /etc/postgresql does not exist there. Call initdb, and change the files in $PGDATA.
# RUN echo "host all all 0.0.0.0/0 md5" >> /etc/postgresql/15/main/pg_hba.conf
# alpinize: Alpine's PHP has one folder of settings for each series, such as /etc/php84, and none for each way to run it. Put them there.
# RUN sed -i 's/^expose_php.*/expose_php = Off/' /etc/php/8.2/apache2/php.ini
CMD ["php-fpm8.2", "-F"]
