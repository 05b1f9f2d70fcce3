FROM alpine:3.24
RUN apk add --no-cache curl \
 && rm -rf /tmp/* /var/tmp/* /usr/share/doc /usr/share/man
