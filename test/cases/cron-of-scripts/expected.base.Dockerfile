# The jobs are written when the container starts.
FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends cron curl && rm -rf /var/lib/apt/lists/*
COPY start.sh /usr/local/bin/
ENTRYPOINT ["start.sh"]
