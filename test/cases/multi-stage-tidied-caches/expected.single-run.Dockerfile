# Commands that only take away leave nothing that would have to be copied.
FROM node:22-alpine3.24
WORKDIR /app
COPY package.json yarn.lock ./
RUN apk add --no-cache --virtual .build-deps g++ make python3 \
    && yarn install --production --frozen-lockfile && yarn cache clean && npm cache clean --force \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /app/node_modules /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
COPY . .
CMD ["node", "server.js"]
