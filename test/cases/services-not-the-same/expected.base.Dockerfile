FROM alpine:3.22
RUN apt-get update && apt-get install -y rsyslog memcached postgresql-15 postfix cron
RUN sed -i 's/-m 64/-m 128/' /etc/memcached.conf
RUN echo "service rsyslog start" >> /start.sh
RUN pg_createcluster 15 reports
RUN service postgresql start && su postgres -c "createdb reports"
RUN printf '/etc/init.d/cron start\n' >> /start.sh
CMD service rsyslog start && service memcached start && service postfix start && tail -F /var/log/mail.log
