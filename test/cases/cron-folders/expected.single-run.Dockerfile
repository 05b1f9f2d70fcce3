# Jobs with the column of the user, and scripts in the folders of Debian's cron: whatever starts `cron` finds it.
FROM php:8.4-fpm-alpine3.24
RUN apk add --no-cache cronie supervisor \
    && mkdir -p /etc/supervisor/conf.d /var/log/supervisor \
    && sed -i 's|/etc/supervisor\.d/\*\.ini|/etc/supervisor/conf.d/*.conf|' /etc/supervisord.conf \
    && printf '%s\n' '#!/bin/sh' 'exec crond -p "$@"' > /usr/sbin/cron \
    && chmod +x /usr/sbin/cron \
    && mkdir -p /etc/cron.daily \
    && printf '%s\n' PATH=/usr/local/sbin:/usr/local/bin:/sbin:/bin:/usr/sbin:/usr/bin '25 6 * * * root cd / && run-parts /etc/cron.daily' > /etc/crontab
COPY jobs /etc/cron.d/app
RUN chmod 0644 /etc/cron.d/app && echo '* * * * * www-data php /srv/app/tick.php' > /etc/cron.d/tick
COPY cleanup.sh /etc/cron.daily/cleanup
COPY supervisord.conf /etc/supervisor/conf.d/app.conf
CMD ["supervisord", "-n"]
