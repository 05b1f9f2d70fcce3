# Commands that only take away leave nothing that would have to be copied.
FROM node:22-alpine3.24 AS build
WORKDIR /app
RUN apk add --no-cache g++ make python3
COPY package.json yarn.lock ./
RUN yarn install --production --frozen-lockfile && yarn cache clean && npm cache clean --force
RUN ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /app/node_modules /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | sort -u > /opt/run-deps )

FROM node:22-alpine3.24
WORKDIR /app
COPY package.json yarn.lock ./
COPY --from=build /opt/run-deps /opt/run-deps
RUN xargs -rt apk add --no-cache < /opt/run-deps
COPY --from=build /app/node_modules /app/node_modules
COPY . .
CMD ["node", "server.js"]
