# Files that are copied say who a service runs as: what every Debian has is made before, what is a file only is not read.
FROM nginx:1.29-alpine3.23
RUN apt-get update && apt-get install -y --no-install-recommends squid supervisor && rm -rf /var/lib/apt/lists/*
COPY squid.conf /etc/squid/squid.conf
COPY nginx.conf /etc/nginx/nginx.conf
COPY worker.conf /etc/supervisor/conf.d/worker.conf
COPY worker.conf /srv/examples/
ENV PROXY_USER=proxy JOB_USER=backup
RUN chown -R ${PROXY_USER}:${PROXY_USER} /var/cache/squid /var/log/squid && install -o "$JOB_USER" -d /var/spool/jobs
RUN chown "$UNKNOWN" /srv && chown list:list /srv/examples
CMD ["supervisord", "-n"]
