# Lines of Debian's nginx.conf are changed in a later stage, and a script fills its folder of sites.
FROM alpine:3.24 AS base
RUN apk add --no-cache nginx \
    && sed -i -e 's/^user nginx;/user www-data;/' -e '1i pid /run/nginx.pid;' /etc/nginx/nginx.conf \
    && mkdir -p /etc/nginx/conf.d /etc/nginx/sites-available /etc/nginx/sites-enabled \
    && touch /etc/nginx/sites-available/default \
    && ln -s ../sites-available/default /etc/nginx/sites-enabled/default \
    && rm /etc/nginx/http.d/default.conf \
    && sed -i -e '/^include .*\/conf\.d\//d' -e 's|include /etc/nginx/http.d/\*\.conf;|include /etc/nginx/conf.d/*.conf; include /etc/nginx/sites-enabled/*;|' /etc/nginx/nginx.conf \
    && chmod 755 /var/lib/nginx /var/lib/nginx/tmp
FROM base
RUN sed -i -e 's/^user www-data;/user nobody;/' -e 's#pid /run/nginx.pid;#pid /tmp/nginx.pid;#' /etc/nginx/nginx.conf
COPY start.sh /usr/local/bin/
CMD ["start.sh"]
