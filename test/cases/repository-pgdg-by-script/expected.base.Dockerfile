FROM ruby:3.4-alpine3.24
# PostgreSQL's script adds its repository, so that the newest client is meant.
RUN apt-get update && apt-get install -y --no-install-recommends postgresql-common ca-certificates \
 && /usr/share/postgresql-common/pgdg/apt.postgresql.org.sh -y \
 && apt-get install -y --no-install-recommends postgresql-client \
 && rm -rf /var/lib/apt/lists/*
