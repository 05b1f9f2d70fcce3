FROM alpine:3.24 AS other
RUN adduser -D -u 1000 ubuntu
COPY --chown=ubuntu:ubuntu . /srv
USER ubuntu
RUN ls /srv

FROM alpine:3.24
RUN adduser -D -u 1000 ubuntu && apk add --no-cache --virtual .build-deps shadow \
    && groupmod --new-name app ubuntu && usermod --login app --home /home/app --move-home ubuntu \
    && apk del --no-network .build-deps
COPY --from=other /srv /srv
USER app
