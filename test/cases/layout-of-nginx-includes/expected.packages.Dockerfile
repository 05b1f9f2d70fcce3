# Sites of Debian's nginx include its files; Supervisor starts PHP by the name that it has there.
FROM alpine:3.22
RUN apk add --no-cache nginx php82 php82-fpm php82-opcache php82-openssl php82-phar php82-mbstring php82-curl php82-ctype php82-fileinfo php82-iconv php82-session php82-tokenizer php82-intl icu-data-full supervisor \
    && adduser -u 82 -D -S -H -h /var/www -G www-data www-data \
    && mkdir -p /etc/supervisor/conf.d /var/log/supervisor \
    && sed -i 's|/etc/supervisor\.d/\*\.ini|/etc/supervisor/conf.d/*.conf|' /etc/supervisord.conf \
    && mkdir -p /etc/nginx/conf.d /etc/nginx/sites-available /etc/nginx/sites-enabled \
    && touch /etc/nginx/sites-available/default \
    && ln -s ../sites-available/default /etc/nginx/sites-enabled/default \
    && rm /etc/nginx/http.d/default.conf \
    && sed -i -e '/^include .*\/conf\.d\//d' -e 's|include /etc/nginx/http.d/\*\.conf;|include /etc/nginx/conf.d/*.conf; include /etc/nginx/sites-enabled/*;|' /etc/nginx/nginx.conf \
    && mkdir -p /etc/nginx/snippets \
    && printf '%s\n' 'fastcgi_split_path_info ^(.+?\.php)(/.*)$;' 'try_files $fastcgi_script_name =404;' 'set $path_info $fastcgi_path_info;' 'fastcgi_param PATH_INFO $path_info;' 'fastcgi_index index.php;' 'include fastcgi.conf;' > /etc/nginx/snippets/fastcgi-php.conf \
    && printf '%s\n' 'proxy_set_header Host $http_host;' 'proxy_set_header X-Real-IP $remote_addr;' 'proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;' 'proxy_set_header X-Forwarded-Proto $scheme;' > /etc/nginx/proxy_params \
    && mkdir -p /run/php \
    && sed -i -E -e 's/^(user|group) = nobody/\1 = www-data/' -e 's|^listen = .*|listen = /run/php/php8.2-fpm.sock|' -e 's/^;?listen\.(owner|group) = .*/listen.\1 = www-data/' /etc/php82/php-fpm.d/www.conf \
    && ln -sf php82 /usr/bin/php \
    && ln -sf php-fpm82 /usr/sbin/php-fpm8.2
COPY site.conf /etc/nginx/sites-available/default
COPY supervisord.conf /etc/supervisor/conf.d/site.conf
COPY app/ /srv/app/
CMD ["supervisord", "-n"]
