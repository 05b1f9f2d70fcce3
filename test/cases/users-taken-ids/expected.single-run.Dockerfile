FROM node:22-alpine3.24
RUN addgroup -g 1000 app && adduser -D -u 1000 -G app app
RUN apk add --no-cache git
USER app
