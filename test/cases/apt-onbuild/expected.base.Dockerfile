FROM node:22-alpine
ONBUILD RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*
ONBUILD COPY . /app
