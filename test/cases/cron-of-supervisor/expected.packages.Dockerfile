# Supervisor starts cron by Debian's name, which also reads the file that is handed over.
FROM alpine:3.24
RUN apk add --no-cache cronie supervisor \
    && mkdir -p /etc/supervisor/conf.d /var/log/supervisor \
    && sed -i 's|/etc/supervisor\.d/\*\.ini|/etc/supervisor/conf.d/*.conf|' /etc/supervisord.conf \
    && printf '%s\n' '#!/bin/sh' 'exec crond -p "$@"' > /usr/sbin/cron \
    && chmod +x /usr/sbin/cron
RUN mkdir -p /etc/cron.d && echo "* * * * * date" > /etc/cron.d/date && crontab /etc/cron.d/date
COPY jobs.conf /etc/supervisor/conf.d/
CMD ["supervisord", "-n"]
