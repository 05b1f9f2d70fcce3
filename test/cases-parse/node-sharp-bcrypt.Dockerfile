FROM node:18-slim
RUN apt-get update; \
    apt-get install -y python3 make g++ libvips-dev; \
    npm install --global node-gyp
COPY package*.json ./
RUN npm install bcrypt sharp && apt-get purge -y --auto-remove python3 make g++
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN curl -sSL https://example.com/fonts.tgz | tar xz -C /usr/share/fonts
