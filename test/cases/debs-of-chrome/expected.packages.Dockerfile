# The file is not run, and Alpine's package takes its place where it is installed.
FROM node:24-alpine3.24
RUN apk add --no-cache ca-certificates curl \
 && curl -fsSL https://dl.google.com/linux/direct/google-chrome-stable_current_amd64.deb -o chrome.deb \
 && apk add --no-cache chromium \
 && rm -rf chrome.deb
CMD ["chromium-browser", "--headless"]
