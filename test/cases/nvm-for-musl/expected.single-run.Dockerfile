# nvm asks for builds for musl on Alpine from 0.39.6 on; they are on another server.
FROM alpine:3.24
SHELL ["/bin/ash", "-o", "pipefail", "-c"]
RUN apk add --no-cache coreutils libstdc++ ca-certificates curl

ENV NVM_DIR=/usr/local/nvm NODE_VERSION=20.11.1
# The version that the team uses.
ENV NVM_NODEJS_ORG_MIRROR=https://unofficial-builds.nodejs.org/download/release
RUN apk add --no-cache --virtual .build-deps bash \
    && mkdir -p $NVM_DIR && curl -fsSL https://raw.githubusercontent.com/nvm-sh/nvm/v0.39.7/install.sh | bash \
    && . $NVM_DIR/nvm.sh \
    && nvm install $NODE_VERSION \
    && nvm alias default $NODE_VERSION \
    && apk del --no-network .build-deps
ENV PATH=$NVM_DIR/versions/node/v$NODE_VERSION/bin:$PATH
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
CMD ["node", "server.js"]
