# Debian's cron hands its jobs what /etc/environment says; cronie does not read it.
FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends cron && rm -rf /var/lib/apt/lists/*
COPY jobs /etc/cron.d/app
CMD printenv > /etc/environment && cron -f
