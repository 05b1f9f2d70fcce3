# Debian's ssl-cert makes a certificate when it is installed; Alpine has nothing like it.
FROM alpine:3.24
RUN apk add --no-cache nginx openssl \
    && addgroup -S ssl-cert \
    && install -d -m 710 -g ssl-cert /etc/ssl/private \
    && openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj "/CN=$(hostname)" -keyout /etc/ssl/private/ssl-cert-snakeoil.key -out /etc/ssl/certs/ssl-cert-snakeoil.pem \
    && chgrp ssl-cert /etc/ssl/private/ssl-cert-snakeoil.key \
    && chmod 640 /etc/ssl/private/ssl-cert-snakeoil.key
RUN ln -s /etc/ssl/private/ssl-cert-snakeoil.key /etc/nginx/site.key \
    && ln -s /etc/ssl/certs/ssl-cert-snakeoil.pem /etc/nginx/site.crt
CMD ["nginx", "-g", "daemon off;"]
