FROM alpine:3.24
ENV APACHE_RUN_USER=shop APACHE_LOG_DIR=/srv/logs
RUN useradd -m shop && apt-get update && apt-get install -y apache2
RUN a2enmod mpm_event deflate cgi && a2dismod mpm_prefork
RUN ln -s /etc/apache2/mods-available/expires.load /etc/apache2/mods-enabled/
RUN rm /etc/apache2/sites-enabled/000-default.conf
COPY shop.conf /etc/apache2/sites-enabled/shop.conf
COPY start.sh /start.sh
RUN rm -rf /var/www && ln -s /srv/shop /var/www
ENTRYPOINT ["/start.sh"]
