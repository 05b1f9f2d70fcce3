FROM alpine:3.24
RUN apt-get update && apt-get install -y cron apache2 redis-server
RUN a2enmod rewrite && a2dissite 000-default && service apache2 restart
RUN echo '* * * * * root date' > /etc/cron.d/clock && crontab /etc/cron.d/clock
RUN systemctl enable redis-server || true
RUN sed -i 's/a/b/' /etc/default/cron
CMD service cron start && apache2ctl -D FOREGROUND
