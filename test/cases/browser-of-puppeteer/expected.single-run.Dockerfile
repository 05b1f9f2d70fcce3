# Puppeteer starts the browser that apt installs, and Alpine's Chromium takes its place.
FROM node:24-alpine3.24
ENV PUPPETEER_SKIP_DOWNLOAD=true PUPPETEER_EXECUTABLE_PATH=/usr/bin/chromium-browser
RUN apk add --no-cache ca-certificates curl \
    && apk add --no-cache chromium font-liberation
WORKDIR /app
COPY package.json .
RUN npm install --omit=dev
COPY . .
USER node
CMD ["node", "render.js"]
