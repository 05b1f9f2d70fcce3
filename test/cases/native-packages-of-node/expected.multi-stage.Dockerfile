# isolated-vm has builds for musl from 6.1 on.
FROM node:24-alpine3.24 AS build
WORKDIR /srv
RUN apk add --no-cache python3 make g++ \
    && npm install isolated-vm@6.0.2
RUN ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /srv/node_modules /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | sort -u > /opt/run-deps )

FROM node:24-alpine3.24
WORKDIR /srv
COPY --from=build /opt/run-deps /opt/run-deps
RUN xargs -rt apk add --no-cache < /opt/run-deps
COPY --from=build /srv/node_modules /srv/node_modules
RUN npm install --prefix new isolated-vm@6.1.2
CMD ["node", "web.js"]
