FROM alpine:3.22
ENV PG_MAJOR=15
RUN apk add --no-cache postgresql15 sudo \
    && install -d -o postgres -g postgres /run/postgresql /var/log/postgresql /var/lib/postgresql/15/main \
    && su postgres -c 'initdb -D /var/lib/postgresql/15/main --auth-local=peer --auth-host=scram-sha-256' \
    && mkdir -p /etc/postgresql/15 \
    && ln -s /var/lib/postgresql/15/main /etc/postgresql/15/main \
    && sed -i 's/^local  *all  *all .*/local   all             postgres                                peer\n&/' /var/lib/postgresql/15/main/pg_hba.conf
RUN sed -i "s/#listen_addresses = 'localhost'/listen_addresses = '*'/" /etc/postgresql/${PG_MAJOR}/main/postgresql.conf \
    && echo "host all all 0.0.0.0/0 scram-sha-256" >> /etc/postgresql/15/main/pg_hba.conf
RUN su postgres -c 'pg_ctl restart -w -D /var/lib/postgresql/15/main -l /var/log/postgresql/main.log' \
    && su postgres -c "createuser shop" && sudo -u postgres createdb -O shop shop \
    && su postgres -c 'pg_ctl stop -w -D /var/lib/postgresql/15/main'
RUN sudo -u postgres pg_ctl restart -w -D /var/lib/postgresql/15/main -l /var/log/postgresql/main.log && sudo -u postgres psql -c 'ANALYZE' shop
USER postgres
RUN pg_ctl restart -w -D /var/lib/postgresql/15/main -l /var/log/postgresql/main.log && psql -c 'VACUUM' shop
VOLUME ["/etc/postgresql", "/var/lib/postgresql"]
CMD ["/usr/libexec/postgresql15/postgres", "-D", "/var/lib/postgresql/15/main", "-c", "config_file=/etc/postgresql/15/main/postgresql.conf"]
