FROM alpine:3.24
SHELL ["/usr/bin/bash", "-o", "pipefail", "-c"]
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates default-mysql-server && rm -rf /var/lib/apt/lists/*
# Both distributions have env in /usr/bin, and this ps is somebody's own.
COPY ps /usr/bin/ps
RUN /usr/bin/env true && /usr/bin/ps aux && /usr/bin/tar --version && /usr/sbin/ip address
RUN names=(a b) && /usr/bin/echo "${names[1]}"
HEALTHCHECK CMD ["/usr/bin/sh", "-c", "test -S /run/mysqld/mysqld.sock"]
CMD ["/usr/sbin/mysqld", "--user=mysql"]
