# node-gyp of Node.js 8 wanted Python 2; today's wants Python 3.
FROM alpine:3.24 AS build
RUN apk add --no-cache build-base nodejs npm python3
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
RUN ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /app/node_modules /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | sort -u > /opt/run-deps )

FROM alpine:3.24
RUN apk add --no-cache nodejs npm
WORKDIR /app
COPY package.json package-lock.json ./
COPY --from=build /opt/run-deps /opt/run-deps
RUN xargs -rt apk add --no-cache < /opt/run-deps
COPY --from=build /app/node_modules /app/node_modules
COPY . .
CMD ["node", "server.js"]
