# No compiler is there that node-gyp could call: Python runs yt-dlp, one file that asks for it in its first line.
FROM node:24-alpine3.24 AS bot
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl ffmpeg python3 && rm -rf /var/lib/apt/lists/*
RUN curl -fsSLo /usr/local/bin/yt-dlp https://github.com/yt-dlp/yt-dlp/releases/latest/download/yt-dlp && chmod a+rx /usr/local/bin/yt-dlp
WORKDIR /bot
COPY package.json package-lock.json ./
RUN npm ci --omit=dev
COPY . .
CMD ["node", "bot.js"]

# Here it only builds addons.
FROM node:24-alpine3.24
RUN apt-get update && apt-get install -y --no-install-recommends g++ make python3 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev
COPY --from=bot /bot/public public
CMD ["node", "app.js"]
