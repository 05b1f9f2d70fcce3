# Debian's cron hands its jobs what /etc/environment says; cronie does not read it.
FROM alpine:3.24
COPY jobs /etc/cron.d/app
# alpinize: Alpine's cron is `crond`, which reads /etc/crontabs and no /etc/cron.d. Put the lines into /etc/crontabs/root, without the user's name, and start `crond -f`.
CMD printenv > /etc/environment && cron -f
