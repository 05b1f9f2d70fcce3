FROM docker.io/amd64/ruby:3.4-alpine3.24
RUN apk add --no-cache curl
