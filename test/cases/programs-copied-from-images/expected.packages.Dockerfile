# Programs of other images come from their Alpine variants, with the libraries that they are linked to.
FROM node:24-alpine3.24 AS node
FROM ruby:3.4-alpine3.24 AS assets
RUN apk add --no-cache libstdc++
COPY --from=node /usr/local/bin /usr/local/bin
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
WORKDIR /srv
RUN npm --version > version
FROM php:8.4-fpm-alpine3.24
RUN apk add --no-cache libstdc++
COPY --from=docker.io/library/node:24-alpine3.24 /usr/local/bin/node /usr/local/bin/
COPY --from=docker.io/library/node:24-alpine3.24 /usr/local/lib/node_modules /usr/local/lib/node_modules
COPY --from=oven/bun:1-alpine /usr/local/bin/bun /usr/local/bin/bun
COPY --from=assets /srv/version /srv/version
