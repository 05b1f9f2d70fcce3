FROM alpine:3.24
RUN apk add --no-cache tzdata \
 && ln -fs /usr/share/zoneinfo/Europe/Paris /etc/localtime
ENV LANG=en_US.UTF-8 LC_ALL=en_US.UTF-8
