# On an Alpine of old its base has no www-data, and nginx's package may make the group.
FROM alpine:3.11
RUN apk add --no-cache python2 python2-tkinter nginx
RUN { getent group www-data > /dev/null || addgroup -g 82 -S www-data; } && adduser -u 82 -D -S -H -h /var/www -G www-data www-data && chown -R www-data:www-data /var/lib/nginx
RUN addgroup --system tools
CMD ["python", "/srv/app.py"]
