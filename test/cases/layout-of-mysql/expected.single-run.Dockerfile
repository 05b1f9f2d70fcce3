FROM alpine:3.24
RUN apk add --no-cache mariadb mariadb-client \
    && mariadb-install-db --user=mysql --datadir=/var/lib/mysql > /dev/null \
    && sed -i '/^skip-networking/d' /etc/my.cnf.d/mariadb-server.cnf \
    && sed -i 's/^\[mysqld\]/&\nbind-address            = 127.0.0.1/' /etc/my.cnf
RUN sed -i 's/bind-address/#&/' /etc/my.cnf
CMD mysqld_safe
