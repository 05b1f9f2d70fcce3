# On an Alpine of old its base has no www-data, and nginx's package may make the group.
FROM alpine:3.11
RUN apt-get update && apt-get install -y python python-tk nginx
RUN chown -R www-data:www-data /var/lib/nginx
RUN addgroup --system --uid 1100 tools
CMD ["python", "/srv/app.py"]
