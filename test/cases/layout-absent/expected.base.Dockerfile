FROM alpine:3.24
RUN apt-get update && apt-get install -y apache2 postgresql php-fpm
COPY apache2.conf /etc/apache2/apache2.conf
RUN echo "host all all 0.0.0.0/0 md5" >> /etc/postgresql/15/reports/pg_hba.conf
RUN rm -rf /etc/php/8.2/apache2/
RUN sed -i 's/^KeepAlive On/KeepAlive Off/' /etc/apache2/apache2.conf
RUN echo 'export APACHE_RUN_USER=app' >> /etc/apache2/envvars
RUN sed -i 's/index.html/index.htm/' /etc/apache2/mods-enabled/dir.conf && a2enmod jk && a2enconf php8.2-fpm
CMD ["php-fpm8.2", "-F"]
