FROM node:22-alpine
COPY company.crt /usr/local/share/ca-certificates/
# What it makes is for the container.
RUN apk add --no-cache ca-certificates \
    && update-ca-certificates
WORKDIR /srv
COPY . .
CMD ["node", "server.js"]
