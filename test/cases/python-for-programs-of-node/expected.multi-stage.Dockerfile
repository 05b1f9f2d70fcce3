# No compiler is there that node-gyp could call: Python runs yt-dlp, one file that asks for it in its first line.
FROM node:24-alpine3.24 AS bot
RUN apk add --no-cache ca-certificates curl ffmpeg python3
RUN curl -fsSLo /usr/local/bin/yt-dlp https://github.com/yt-dlp/yt-dlp/releases/latest/download/yt-dlp && chmod a+rx /usr/local/bin/yt-dlp
WORKDIR /bot
COPY package.json package-lock.json ./
RUN npm ci --omit=dev
COPY . .
CMD ["node", "bot.js"]

# Here it only builds addons.
FROM node:24-alpine3.24 AS build
RUN apk add --no-cache g++ make python3
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev
RUN ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /app/node_modules /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | sort -u > /opt/run-deps )

FROM node:24-alpine3.24
WORKDIR /app
COPY package.json package-lock.json ./
COPY --from=build /opt/run-deps /opt/run-deps
RUN xargs -rt apk add --no-cache < /opt/run-deps
COPY --from=build /app/node_modules /app/node_modules
COPY --from=bot /bot/public public
CMD ["node", "app.js"]
