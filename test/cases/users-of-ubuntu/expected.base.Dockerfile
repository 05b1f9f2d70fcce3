FROM alpine:3.24 AS other
COPY --chown=ubuntu:ubuntu . /srv
USER ubuntu
RUN ls /srv

FROM alpine:3.24
RUN groupmod --new-name app ubuntu && usermod --login app --home /home/app --move-home ubuntu
COPY --from=other /srv /srv
USER app
