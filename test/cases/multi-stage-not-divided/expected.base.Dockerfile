# What `npm run build` makes is not known, so nothing can be copied from a builder stage.
FROM node:22-alpine3.24
WORKDIR /app
RUN apt-get update && apt-get install -y --no-install-recommends g++ make python3 && rm -rf /var/lib/apt/lists/*
COPY . .
RUN npm ci && npm run build
CMD ["node", "dist/server.js"]
