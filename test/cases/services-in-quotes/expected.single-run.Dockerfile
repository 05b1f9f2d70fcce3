FROM alpine:3.24
RUN apk add --no-cache mariadb mariadb-client mariadb-server-utils \
    && mariadb-install-db --user=mysql --datadir=/var/lib/mysql > /dev/null \
    && sed -i 's/^skip-networking/bind-address            = 127.0.0.1/' /etc/my.cnf.d/mariadb-server.cnf
RUN sh -c "{ mariadbd-safe > /dev/null 2>&1 & mariadb-admin --silent --wait=30 ping; }; echo \"CREATE DATABASE app\" | mariadb"
CMD ["mariadbd"]
