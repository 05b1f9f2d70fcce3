# Nothing changes files of the user's: what they name is told.
FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends tini redis-server supervisor && rm -rf /var/lib/apt/lists/*
COPY redis.conf /etc/supervisor/conf.d/
COPY start.sh /usr/local/bin/
ENTRYPOINT ["start.sh"]
