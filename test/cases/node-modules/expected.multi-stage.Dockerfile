FROM node:22-alpine AS build
RUN apk add --no-cache python3 make g++ vips-dev
WORKDIR /srv
COPY package*.json ./
RUN npm ci
RUN ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /srv/node_modules /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | sort -u > /opt/run-deps )

FROM node:22-alpine
WORKDIR /srv
COPY package*.json ./
COPY --from=build /opt/run-deps /opt/run-deps
RUN xargs -rt apk add --no-cache < /opt/run-deps
COPY --from=build /srv/node_modules /srv/node_modules
COPY . .
CMD ["npm", "start"]
