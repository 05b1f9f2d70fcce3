FROM alpine:3.24
RUN apk add --no-cache coreutils grep \
 && { date -d "90 days ago" +%F > /since \
 && grep -P '^\d+$' /since || true; }
RUN find / -name '*.pyc' -print -delete && readlink -m /a/b \
 && cp --parents -r /etc/ssl /backup && sed --in-place 's/a/b/' /since
RUN apk add --no-cache findutils \
    && find /var -newermt '2024-01-01' | xargs -d '\n' ls
