FROM alpine:3.24
RUN apk add --no-cache bash
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN apk add --no-cache ca-certificates mariadb mariadb-client \
    && mariadb-install-db --user=mysql --datadir=/var/lib/mysql > /dev/null \
    && sed -i 's/^skip-networking/bind-address            = 127.0.0.1/' /etc/my.cnf.d/mariadb-server.cnf
# Both distributions have env in /usr/bin, and this ps is somebody's own.
COPY ps /usr/bin/ps
RUN /usr/bin/env true && /usr/bin/ps aux && /bin/tar --version && /sbin/ip address
RUN names=(a b) && /bin/echo "${names[1]}"
HEALTHCHECK CMD ["/bin/sh", "-c", "test -S /run/mysqld/mysqld.sock"]
CMD ["/usr/bin/mysqld", "--user=mysql"]
