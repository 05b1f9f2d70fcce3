# isolated-vm has builds for musl from 6.1 on.
FROM node:24-alpine3.24
WORKDIR /srv
RUN apk add --no-cache --virtual .build-deps python3 make g++ \
    && npm install isolated-vm@6.0.2 \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /srv/node_modules /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
RUN npm install --prefix new isolated-vm@6.1.2
CMD ["node", "web.js"]
