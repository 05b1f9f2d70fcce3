FROM alpine:3.24
RUN apt-get update && apt-get install -y openssh-server nginx redis-server memcached supervisor dbus sudo
# The rest of the RUN talks to them.
RUN service redis-server start && redis-cli set greeting hello && service redis-server stop
RUN sudo service ssh restart; ssh -o StrictHostKeyChecking=no localhost date
RUN /etc/init.d/memcached start || true
RUN printf "#!/bin/sh\nservice dbus start\nexec nginx -g 'daemon off;'\n" > /start.sh && echo "service supervisor start" >> /jobs.sh
CMD service ssh start && /etc/init.d/redis-server restart && nginx -g 'daemon off;'
