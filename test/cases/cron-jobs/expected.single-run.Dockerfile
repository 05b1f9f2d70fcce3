FROM alpine:3.24
COPY job /tmp/job
RUN crontab /tmp/job
CMD ["crond", "-f"]
