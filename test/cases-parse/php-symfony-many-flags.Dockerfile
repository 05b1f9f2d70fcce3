# syntax=docker/dockerfile:1
FROM --platform=linux/amd64 php:8.2-cli AS app
COPY --chmod=0755 --chown=www-data:www-data docker/entry.sh /usr/local/bin/entry
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/tool.phar /opt/
RUN --network=none --security=insecure php -v
ENTRYPOINT ["entry"]
CMD []
