FROM alpine:3.24
RUN apt-get update && apt-get install -y cron
COPY job /tmp/job
RUN crontab /tmp/job
CMD ["cron", "-f"]
