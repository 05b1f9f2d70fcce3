# Jobs with the column of the user, and scripts in the folders of Debian's cron: whatever starts `cron` finds it.
FROM php:8.4-fpm-alpine3.24
RUN apt-get update && apt-get install -y --no-install-recommends cron supervisor && rm -rf /var/lib/apt/lists/*
COPY jobs /etc/cron.d/app
RUN chmod 0644 /etc/cron.d/app && echo '* * * * * www-data php /srv/app/tick.php' > /etc/cron.d/tick
COPY cleanup.sh /etc/cron.daily/cleanup
COPY supervisord.conf /etc/supervisor/conf.d/app.conf
CMD ["supervisord", "-n"]
