# Lines of Debian's nginx.conf are changed in a later stage, and a script fills its folder of sites.
FROM alpine:3.24 AS base
RUN apt-get update && apt-get install -y --no-install-recommends nginx && rm -rf /var/lib/apt/lists/*
FROM base
RUN sed -i -e 's/^user www-data;/user nobody;/' -e 's#pid /run/nginx.pid;#pid /tmp/nginx.pid;#' /etc/nginx/nginx.conf
COPY start.sh /usr/local/bin/
CMD ["start.sh"]
