# The file is not run, and Alpine's package takes its place where it is installed.
FROM node:24-alpine3.24
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl \
 && curl -fsSL https://dl.google.com/linux/direct/google-chrome-stable_current_amd64.deb -o chrome.deb \
 && apt-get install -y --no-install-recommends ./chrome.deb \
 && rm -rf chrome.deb /var/lib/apt/lists/*
CMD ["google-chrome-stable", "--headless"]
