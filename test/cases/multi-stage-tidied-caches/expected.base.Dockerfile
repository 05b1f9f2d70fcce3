# Commands that only take away leave nothing that would have to be copied.
FROM node:22-alpine3.24
WORKDIR /app
RUN apt-get update && apt-get install -y --no-install-recommends g++ make python3 && rm -rf /var/lib/apt/lists/*
COPY package.json yarn.lock ./
RUN yarn install --production --frozen-lockfile && yarn cache clean && npm cache clean --force
COPY . .
CMD ["node", "server.js"]
