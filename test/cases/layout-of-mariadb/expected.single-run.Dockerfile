FROM alpine:3.24
RUN apk add --no-cache mariadb mariadb-client mariadb-server-utils \
    && mariadb-install-db --user=mysql --datadir=/var/lib/mysql > /dev/null \
    && sed -i 's/^skip-networking/bind-address            = 127.0.0.1/' /etc/my.cnf.d/mariadb-server.cnf
RUN sed -i 's/^bind-address.*/bind-address = 0.0.0.0/' /etc/my.cnf.d/mariadb-server.cnf
RUN { mariadbd-safe > /dev/null 2>&1 & mariadb-admin --silent --wait=30 ping; } && mysql -e "CREATE DATABASE shop" && mariadb-admin shutdown
CMD ["sh", "-c", "{ mariadbd-safe > /dev/null 2>&1 & mariadb-admin --silent --wait=30 ping; } && exec tail -f /dev/null"]
