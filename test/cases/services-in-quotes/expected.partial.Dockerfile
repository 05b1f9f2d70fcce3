FROM alpine:3.24
RUN apk add --no-cache mariadb mariadb-client mariadb-server-utils \
    && mariadb-install-db --user=mysql --datadir=/var/lib/mysql > /dev/null \
    && sed -i 's/^skip-networking/bind-address            = 127.0.0.1/' /etc/my.cnf.d/mariadb-server.cnf
# alpinize: `sh` runs commands of Debian's in quotes that cannot be changed. Write them as steps of their own.
# RUN sh -c "service mariadb start; echo \"CREATE DATABASE app\" | mariadb"
CMD ["mariadbd"]
