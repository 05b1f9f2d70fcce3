FROM alpine:3.22
# The server, with what PHP takes it for.
RUN apt-get update && apt-get install -y --no-install-recommends apache2 libapache2-mod-php8.2 \
    && a2enmod rewrite headers ssl proxy_http && a2dismod -f status && a2enmod mpm_prefork php8.2
RUN sed -ri -e 's!/var/www/html!/srv/shop/public!g' /etc/apache2/sites-available/*.conf \
    && echo "Listen 8080" >> /etc/apache2/ports.conf \
    && echo "ServerName shop" >> /etc/apache2/apache2.conf \
    && sed -i '/<Directory \/var\/www\/>/,/<\/Directory>/ s/AllowOverride None/AllowOverride All/' /etc/apache2/apache2.conf \
    && sed -i 's/memory_limit = .*/memory_limit = 256M/' /etc/php/8.2/apache2/php.ini
RUN rm /etc/php/8.2/cli/conf.d/20-readline.ini && rm -r /etc/php/8.2/apache2/conf.d/20-readline.ini
COPY admin.conf /etc/apache2/sites-available/
COPY limits.conf /etc/apache2/conf-available/limits.conf
RUN a2ensite admin && a2enconf limits && a2disconf other-vhosts-access-log
COPY --chown=www-data:www-data . /srv/shop
CMD ["/usr/sbin/apache2ctl", "-D", "FOREGROUND"]
