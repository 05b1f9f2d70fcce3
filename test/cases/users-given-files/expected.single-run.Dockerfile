# Nobody made these users: every Debian image has them.
FROM alpine:3.24
RUN mkdir -p /srv/www /srv/games && adduser -u 82 -D -S -H -h /var/www -G www-data www-data && chown -R www-data:www-data /srv/www
RUN install -d -o games -g games /srv/games \
    && if [ -d /srv/old ]; then { addgroup -S staff && chgrp -R staff /srv/old; }; fi
# It is there by now, and these ids and names are Alpine's too.
RUN chown www-data /srv && chown 33:33 /tmp && chown root:root /opt
RUN su -s /bin/sh www-data -c "touch /srv/www/page"
