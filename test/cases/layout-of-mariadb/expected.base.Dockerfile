FROM alpine:3.24
RUN apt-get update && apt-get install -y mariadb-server
RUN sed -i 's/^bind-address.*/bind-address = 0.0.0.0/' /etc/mysql/mariadb.conf.d/50-server.cnf
RUN service mariadb start && mysql -e "CREATE DATABASE shop" && service mariadb stop
CMD ["sh", "-c", "service mysql restart && exec tail -f /dev/null"]
