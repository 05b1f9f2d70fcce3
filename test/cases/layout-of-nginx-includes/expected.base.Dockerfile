# Sites of Debian's nginx include its files; Supervisor starts PHP by the name that it has there.
FROM alpine:3.22
RUN apt-get update && apt-get install -y --no-install-recommends nginx php8.2-fpm php8.2-intl supervisor && rm -rf /var/lib/apt/lists/*
COPY site.conf /etc/nginx/sites-available/default
COPY supervisord.conf /etc/supervisor/conf.d/site.conf
COPY app/ /srv/app/
CMD ["supervisord", "-n"]
