FROM alpine:3.24
ENV APACHE_RUN_USER=shop APACHE_LOG_DIR=/srv/logs
RUN adduser -D shop && apk add --no-cache apache2 \
    && adduser -u 82 -D -S -H -h /var/www -G www-data www-data \
    && mkdir -p /var/www/html /etc/apache2/sites-available /etc/apache2/sites-enabled \
    && mv /var/www/logs /var/www/modules /var/www/run /etc/apache2/ \
    && touch /etc/apache2/sites-enabled/000-default.conf \
    && sed -i -e 's|^ServerRoot .*|ServerRoot /etc/apache2|' -e 's/^User apache/User shop/' -e 's/^Group apache/Group www-data/' -e 's|^<Directory "/var/www/localhost/htdocs">|<Directory /var/www/>|' -e 's|^DocumentRoot .*|<IfFile /var/www/html>\n  DocumentRoot /var/www/html\n</IfFile>|' /etc/apache2/httpd.conf \
    && printf '%s\n' 'Define APACHE_LOG_DIR /srv/logs' 'IncludeOptional /etc/apache2/sites-enabled/*.conf' >> /etc/apache2/httpd.conf \
    && apk add --no-cache apache2-ctl \
    && ln -s httpd /usr/sbin/apache2 \
    && ln -s apachectl /usr/sbin/apache2ctl
RUN echo 'AddOutputFilterByType DEFLATE text/html text/plain text/xml text/css text/javascript application/javascript application/xml' > /etc/apache2/conf.d/deflate-types.conf && sed -i -E -e 's/#(LoadModule (deflate|cgid?)_module)/\1/' -e 's/^(LoadModule mpm_prefork_module)/#\1/' -e 's/#(LoadModule mpm_event_module)/\1/' /etc/apache2/httpd.conf
RUN sed -i -E 's/#(LoadModule expires_module)/\1/' /etc/apache2/httpd.conf
RUN rm /etc/apache2/sites-enabled/000-default.conf
COPY shop.conf /etc/apache2/sites-enabled/shop.conf
COPY start.sh /start.sh
RUN rm -rf /var/www && ln -s /srv/shop /var/www
ENTRYPOINT ["/start.sh"]
