FROM alpine:3.24
RUN apk add --no-cache apache2 redis \
    && adduser -u 82 -D -S -H -h /var/www -G www-data www-data \
    && mkdir -p /var/www/html /etc/apache2/sites-available /etc/apache2/sites-enabled \
    && mv /var/www/logs /var/www/modules /var/www/run /etc/apache2/ \
    && sed -i -e 's|^ServerRoot .*|ServerRoot /etc/apache2|' -e 's/^User apache/User www-data/' -e 's/^Group apache/Group www-data/' -e 's|^<Directory "/var/www/localhost/htdocs">|<Directory /var/www/>|' -e 's|^DocumentRoot .*|<IfFile /var/www/html>\n  DocumentRoot /var/www/html\n</IfFile>|' /etc/apache2/httpd.conf \
    && printf '%s\n' 'Define APACHE_LOG_DIR /var/log/apache2' 'IncludeOptional /etc/apache2/sites-enabled/*.conf' >> /etc/apache2/httpd.conf
RUN sed -i -E 's/#(LoadModule rewrite_module)/\1/' /etc/apache2/httpd.conf && rm -f /etc/apache2/sites-enabled/000-default.conf
RUN mkdir -p /etc/cron.d && echo '* * * * * root date' > /etc/cron.d/clock && crontab /etc/cron.d/clock
CMD crond && httpd -D FOREGROUND
