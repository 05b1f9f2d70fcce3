FROM alpine:3.24
RUN apk add --no-cache openssh-server nginx redis memcached supervisor dbus sudo \
    && ssh-keygen -A \
    && install -d -o redis -g redis /run/redis
# The rest of the RUN talks to them.
RUN su -s /bin/sh redis -c 'redis-server /etc/redis.conf --daemonize yes' && redis-cli set greeting hello && redis-cli shutdown
RUN apk add --no-cache openssh-client \
    && { sudo /usr/sbin/sshd; ssh -o StrictHostKeyChecking=no localhost date; }
RUN printf "#!/bin/sh\nmkdir -p /run/dbus && dbus-uuidgen --ensure && dbus-daemon --system\nexec nginx -g 'daemon off;'\n" > /start.sh && echo "supervisord" >> /jobs.sh
CMD /usr/sbin/sshd && su -s /bin/sh redis -c 'redis-server /etc/redis.conf --daemonize yes' && nginx -g 'daemon off;'
