# Debian's nginx brings /var/www/html.
FROM alpine:3.24
RUN apk add --no-cache ca-certificates curl nginx \
    && mkdir -p /etc/nginx/conf.d /etc/nginx/sites-available /etc/nginx/sites-enabled \
    && touch /etc/nginx/sites-available/default \
    && ln -s ../sites-available/default /etc/nginx/sites-enabled/default \
    && rm /etc/nginx/http.d/default.conf \
    && sed -i -e '/^include .*\/conf\.d\//d' -e 's|include /etc/nginx/http.d/\*\.conf;|include /etc/nginx/conf.d/*.conf; include /etc/nginx/sites-enabled/*;|' /etc/nginx/nginx.conf
RUN mkdir -p /var/www/html && curl -fsSL https://example.org/site.tar.gz | tar -xz --strip-components=1 -C /var/www/html
RUN echo ok > /var/www/html/health && adduser -u 82 -D -S -H -h /var/www -G www-data www-data && chown -R www-data:www-data /var/www/html
COPY site.conf /etc/nginx/sites-enabled/default
CMD ["nginx", "-g", "daemon off;"]

