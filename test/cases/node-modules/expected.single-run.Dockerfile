FROM node:22-alpine
WORKDIR /srv
COPY package*.json ./
RUN apk add --no-cache --virtual .build-deps python3 make g++ vips-dev \
    && npm ci \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /srv/node_modules /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
COPY . .
CMD ["npm", "start"]
