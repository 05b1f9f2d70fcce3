FROM alpine:3.24
RUN addgroup -S -g 1001 app && adduser -D -S -H -u 1001 -G app -h /srv/app -s /sbin/nologin app
RUN addgroup -S worker \
 && adduser -D -S -G worker -h /home/worker -s /bin/sh worker
RUN adduser -D -s /bin/sh developer && addgroup developer app
RUN deluser guest && adduser --disabled-password --gecos "" --uid 1500 guest && addgroup --gid 1600 readers
USER app
