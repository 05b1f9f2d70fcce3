FROM alpine:3.24
RUN apk add --no-cache \
        nginx supervisor openssh-server redis mariadb-client \
    && mkdir -p /etc/supervisor/conf.d /var/log/supervisor \
    && sed -i 's|/etc/supervisor\.d/\*\.ini|/etc/supervisor/conf.d/*.conf|' /etc/supervisord.conf \
    && ln -s /etc/supervisord.conf /etc/supervisor/supervisord.conf \
    && mkdir -p /etc/nginx/conf.d /etc/nginx/sites-available /etc/nginx/sites-enabled \
    && touch /etc/nginx/sites-available/default \
    && ln -s ../sites-available/default /etc/nginx/sites-enabled/default \
    && rm /etc/nginx/http.d/default.conf \
    && sed -i -e '/^include .*\/conf\.d\//d' -e 's|include /etc/nginx/http.d/\*\.conf;|include /etc/nginx/conf.d/*.conf; include /etc/nginx/sites-enabled/*;|' /etc/nginx/nginx.conf \
    && ssh-keygen -A \
    && install -d -o redis -g redis /run/redis \
    && rm /etc/nginx/sites-enabled/default
COPY site.conf /etc/nginx/sites-enabled/site
COPY programs/ /etc/supervisor/conf.d/
RUN sed -i 's/^bind .*/bind 0.0.0.0/' /etc/redis.conf && echo '[client]' >> /etc/my.cnf
CMD ["supervisord", "-n", "-c", "/etc/supervisor/supervisord.conf"]
