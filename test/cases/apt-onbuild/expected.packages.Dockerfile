FROM node:22-alpine
ONBUILD RUN apk add --no-cache git
ONBUILD COPY . /app
