FROM alpine:3.22
RUN apk add --no-cache rsyslog memcached postgresql15 postfix
RUN sed -i 's/-m 64/-m 128/' /etc/memcached.conf
# alpinize: What is written here calls `service rsyslog start`, and Alpine images have no init scripts. Start the program itself.
# RUN echo "service rsyslog start" >> /start.sh
# alpinize: `pg_createcluster` does not exist on Alpine: Alpine images have neither systemd nor Debian's init scripts. Start the program itself.
# RUN pg_createcluster 15 reports
# alpinize: left out: service postgresql start (`service` does not exist on Alpine: Alpine images have neither systemd nor Debian's init scripts. Start the program itself.)
RUN su postgres -c "createdb reports"
# alpinize: What is written here calls `/etc/init.d/cron start`, and Alpine images have no init scripts. Start the program itself.
# RUN printf '/etc/init.d/cron start\n' >> /start.sh
# alpinize: `service` does not exist on Alpine: Alpine images have neither systemd nor Debian's init scripts. Start the program itself.
CMD service rsyslog start && service memcached start && service postfix start && tail -F /var/log/mail.log
