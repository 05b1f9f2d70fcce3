FROM alpine:3.24
RUN apk add --no-cache apache2 redis
# alpinize: `a2enmod` does not exist on Alpine: it is Debian's own tool. On Alpine, edit the configuration under /etc/apache2/conf.d or /etc/phpNN/conf.d.
# alpinize: `a2dissite` does not exist on Alpine: it is Debian's own tool. On Alpine, edit the configuration under /etc/apache2/conf.d or /etc/phpNN/conf.d.
# RUN a2enmod rewrite && a2dissite 000-default && service apache2 restart
RUN echo '* * * * * root date' > /etc/cron.d/clock && crontab /etc/cron.d/clock
# alpinize: `service` does not exist on Alpine: Alpine images have neither systemd nor Debian's init scripts. Start the program itself.
# alpinize: `apache2ctl` does not exist on Alpine: it is Debian's own tool. On Alpine, edit the configuration under /etc/apache2/conf.d or /etc/phpNN/conf.d.
CMD service cron start && apache2ctl -D FOREGROUND
