FROM node:20-alpine3.23 AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN apk add --no-cache python3 make g++ \
    && npm ci --omit=dev
RUN ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /app/node_modules /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | sort -u > /opt/run-deps )

FROM node:20-alpine3.23
WORKDIR /app
COPY package.json package-lock.json ./
COPY --from=build /opt/run-deps /opt/run-deps
RUN xargs -rt apk add --no-cache < /opt/run-deps
COPY --from=build /app/node_modules /app/node_modules
COPY . .
CMD ["node", "index.js"]
