# What a step needs is there already, as the RUN adds it itself.
# alpinize: registry.example.org/team/base is left alone, as nothing is known of it. If it stands on Debian, convert its own Dockerfile first.
FROM registry.example.org/team/base:3
RUN apk add --no-cache ca-certificates
RUN apk add --no-cache --virtual .account shadow \
    && useradd --create-home --badname app - \
    && apk del .account
CMD ["app"]
