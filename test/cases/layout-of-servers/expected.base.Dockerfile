FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends \
        nginx supervisor openssh-server redis-server mariadb-client \
    && rm /etc/nginx/sites-enabled/default \
    && rm -rf /var/lib/apt/lists/*
COPY site.conf /etc/nginx/sites-enabled/site
COPY programs/ /etc/supervisor/conf.d/
RUN sed -i 's/^bind .*/bind 0.0.0.0/' /etc/redis/redis.conf && echo '[client]' >> /etc/mysql/my.cnf
RUN sed -i 's/session\s*required\s*pam_loginuid.so/session optional pam_loginuid.so/' /etc/pam.d/sshd
CMD ["supervisord", "-n", "-c", "/etc/supervisor/supervisord.conf"]
