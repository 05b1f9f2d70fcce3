FROM ruby:3.4-alpine3.24
# PostgreSQL's script adds its repository, so that the newest client is meant.
RUN apk add --no-cache ca-certificates \
 && apk add --no-cache postgresql-client
