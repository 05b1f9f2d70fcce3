# What `npm run build` makes is not known, so nothing can be copied from a builder stage.
FROM node:22-alpine3.24
WORKDIR /app
COPY . .
RUN apk add --no-cache --virtual .build-deps g++ make python3 \
    && npm ci && npm run build \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /app/node_modules /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
CMD ["node", "dist/server.js"]
