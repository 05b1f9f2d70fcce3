FROM alpine:3.24
RUN useradd -r -u 900 app
COPY docker/entrypoint.sh docker/backup.sh /usr/local/bin/
ENTRYPOINT ["entrypoint.sh"]
