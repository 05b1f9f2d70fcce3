# Debian's ssl-cert makes a certificate when it is installed; Alpine has nothing like it.
FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends nginx ssl-cert && rm -rf /var/lib/apt/lists/*
RUN ln -s /etc/ssl/private/ssl-cert-snakeoil.key /etc/nginx/site.key \
    && ln -s /etc/ssl/certs/ssl-cert-snakeoil.pem /etc/nginx/site.crt
CMD ["nginx", "-g", "daemon off;"]
