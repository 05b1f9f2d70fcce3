FROM alpine:3.24
RUN apk add --no-cache apache2 php83 php83-openssl php83-phar php83-mbstring php83-curl php83-ctype php83-fileinfo php83-iconv php83-session php83-tokenizer \
    && adduser -u 82 -D -S -H -h /var/www -G www-data www-data \
    && mkdir -p /var/www /etc/apache2/sites-available /etc/apache2/sites-enabled \
    && mv /var/www/logs /var/www/modules /var/www/run /etc/apache2/ \
    && printf '%s\n' '<VirtualHost *:80>' '  ServerAdmin webmaster@localhost' '  DocumentRoot /var/www' '  <Directory />' '    Options FollowSymLinks' '    AllowOverride None' '  </Directory>' '  <Directory /var/www/>' '    Options Indexes FollowSymLinks MultiViews' '    AllowOverride None' '  </Directory>' '  ErrorLog ${APACHE_LOG_DIR}/error.log' '  CustomLog ${APACHE_LOG_DIR}/access.log combined' '</VirtualHost>' > /etc/apache2/sites-available/default \
    && ln -s ../sites-available/default /etc/apache2/sites-enabled/000-default \
    && printf 'export %s\n' APACHE_LOG_DIR=/var/log/apache2 APACHE_RUN_DIR=/var/run/apache2 APACHE_LOCK_DIR=/var/lock/apache2 APACHE_PID_FILE=/var/run/apache2/apache2.pid APACHE_RUN_USER=www-data APACHE_RUN_GROUP=www-data > /etc/apache2/envvars \
    && sed -i -e 's|^ServerRoot .*|ServerRoot /etc/apache2|' -e 's/^User apache/User www-data/' -e 's/^Group apache/Group www-data/' -e 's|^<Directory "/var/www/localhost/htdocs">|<Directory /var/www/>|' -e 's|^DocumentRoot .*|<IfFile /var/www>\n  DocumentRoot /var/www\n</IfFile>|' -e 's/AllowOverride none/AllowOverride None/' /etc/apache2/httpd.conf \
    && printf '%s\n' 'Define APACHE_LOG_DIR /var/log/apache2' 'IncludeOptional /etc/apache2/sites-enabled/*' >> /etc/apache2/httpd.conf \
    && apk add --no-cache php83-apache2 \
    && ln -sf php83 /usr/bin/php \
    && ln -sf php83 /usr/bin/php5
RUN sed -i 's/AllowOverride None/AllowOverride All/' /etc/apache2/sites-available/default && sed -i -E 's/#(LoadModule rewrite_module)/\1/' /etc/apache2/httpd.conf
ADD wiki /etc/apache2/sites-available/
RUN ln -sf ../sites-available/wiki /etc/apache2/sites-enabled/wiki && sed -i -E 's/^(LoadModule autoindex_module)/#\1/' /etc/apache2/httpd.conf
CMD . /etc/apache2/envvars && exec httpd -D FOREGROUND
