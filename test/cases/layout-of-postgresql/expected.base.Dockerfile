FROM alpine:3.22
ENV PG_MAJOR=15
RUN apt-get update && apt-get install -y postgresql-15 sudo
RUN sed -i "s/#listen_addresses = 'localhost'/listen_addresses = '*'/" /etc/postgresql/${PG_MAJOR}/main/postgresql.conf \
    && echo "host all all 0.0.0.0/0 scram-sha-256" >> /etc/postgresql/15/main/pg_hba.conf
RUN service postgresql start \
    && su postgres -c "createuser shop" && sudo -u postgres createdb -O shop shop \
    && service postgresql stop
RUN sudo -u postgres /etc/init.d/postgresql start && sudo -u postgres psql -c 'ANALYZE' shop
USER postgres
RUN /etc/init.d/postgresql start && psql -c 'VACUUM' shop
VOLUME ["/etc/postgresql", "/var/lib/postgresql"]
CMD ["/usr/lib/postgresql/15/bin/postgres", "-D", "/var/lib/postgresql/15/main", "-c", "config_file=/etc/postgresql/15/main/postgresql.conf"]
