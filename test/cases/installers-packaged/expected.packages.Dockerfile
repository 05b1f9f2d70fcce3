FROM node:22-alpine3.24
RUN apk add --no-cache aws-cli docker docker-cli-buildx docker-cli-compose ca-certificates curl unzip
# The newest of both.
RUN aws --version
RUN { getent group docker > /dev/null || addgroup -S docker; } && addgroup node docker
WORKDIR /app
COPY deploy.js .
USER node
CMD ["node", "deploy.js"]
