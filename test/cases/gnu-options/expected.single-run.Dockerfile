FROM alpine:3.24
RUN apk add --no-cache --virtual .build-deps coreutils grep \
 && { date -d "90 days ago" +%F > /since \
 && grep -P '^\d+$' /since || true; } \
 && apk del --no-network .build-deps
RUN apk add --no-cache --virtual .build-deps coreutils \
 && find / -name '*.pyc' -print -delete && readlink -m /a/b \
 && cp --parents -r /etc/ssl /backup && sed --in-place 's/a/b/' /since \
 && apk del --no-network .build-deps
RUN apk add --no-cache --virtual .build-deps findutils \
    && find /var -newermt '2024-01-01' | xargs -d '\n' ls \
    && apk del --no-network .build-deps
