FROM docker.io/amd64/ruby:3.4-alpine3.24
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
