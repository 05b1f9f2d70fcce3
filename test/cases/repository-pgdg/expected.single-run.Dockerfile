FROM alpine:3.24
RUN apk add --no-cache curl ca-certificates gnupg \
 && install -d /usr/share/postgresql-common/pgdg \
 && curl -o /usr/share/postgresql-common/pgdg/apt.postgresql.org.asc --fail https://www.postgresql.org/media/keys/ACCC4CF8.asc \
 && apk add --no-cache postgresql16-client
