# The jobs are written when the container starts.
FROM alpine:3.24
RUN apk add --no-cache cronie curl \
    && printf '%s\n' '#!/bin/sh' 'exec crond -p "$@"' > /usr/sbin/cron \
    && chmod +x /usr/sbin/cron
COPY start.sh /usr/local/bin/
ENTRYPOINT ["start.sh"]
