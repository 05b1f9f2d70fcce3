# Debian's nginx brings /var/www/html.
FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl nginx && rm -rf /var/lib/apt/lists/*
RUN curl -fsSL https://example.org/site.tar.gz | tar -xz --strip-components=1 -C /var/www/html
RUN echo ok > /var/www/html/health && chown -R www-data:www-data /var/www/html
COPY site.conf /etc/nginx/sites-enabled/default
CMD ["nginx", "-g", "daemon off;"]

