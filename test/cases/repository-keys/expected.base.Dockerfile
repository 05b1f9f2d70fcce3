# gnupg goes with the repositories whose keys it read
FROM node:24-alpine3.24 AS browser
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates gnupg wget \
    && wget -qO- https://dl.google.com/linux/linux_signing_key.pub | gpg --dearmor -o /usr/share/keyrings/chrome.gpg \
    && echo "deb [signed-by=/usr/share/keyrings/chrome.gpg] https://dl.google.com/linux/chrome/deb/ stable main" > /etc/apt/sources.list.d/chrome.list \
    && apt-get update && apt-get install -y --no-install-recommends google-chrome-stable \
    && rm -rf /var/lib/apt/lists/*
# Chrome's program is Chromium's here
ENV PUPPETEER_EXECUTABLE_PATH=/usr/bin/google-chrome-stable CHROME_BIN=google-chrome
RUN google-chrome --version
WORKDIR /app
COPY package.json ./
RUN npm install
CMD ["node", "index.js"]

# and stays where it reads others too
FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl dirmngr gnupg2 \
    && curl -fsSL https://download.docker.com/linux/debian/gpg | apt-key add - \
    && curl -fsSLO https://example.com/tool.tar.gz -fsSLO https://example.com/tool.tar.gz.asc \
    && gpg --batch --verify tool.tar.gz.asc tool.tar.gz && tar xzf tool.tar.gz -C /usr/local
COPY --from=browser /app /app
CMD ["tool"]
