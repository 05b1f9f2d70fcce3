# Supervisor starts cron by Debian's name, which also reads the file that is handed over.
FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends cron supervisor && rm -rf /var/lib/apt/lists/*
RUN echo "* * * * * date" > /etc/cron.d/date && crontab /etc/cron.d/date
COPY jobs.conf /etc/supervisor/conf.d/
CMD ["supervisord", "-n"]
