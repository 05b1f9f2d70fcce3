FROM alpine:3.24
RUN echo mysql-server mysql-server/root_password password secret | debconf-set-selections \
    && apt-get update && apt-get install -y mysql-server
RUN sed -i 's/bind-address/#&/' /etc/mysql/my.cnf
CMD mysqld_safe
