FROM ubuntu:24.04
RUN groupmod --new-name app ubuntu && usermod --login app --home /home/app --move-home ubuntu
USER app
RUN whoami

FROM alpine:3.24 AS other
RUN adduser -D -u 1000 ubuntu
COPY --chown=ubuntu:ubuntu . /srv
USER ubuntu
CMD ["ls", "/srv"]
