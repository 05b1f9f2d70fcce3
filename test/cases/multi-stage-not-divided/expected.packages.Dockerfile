# What `npm run build` makes is not known, so nothing can be copied from a builder stage.
FROM node:22-alpine3.24
WORKDIR /app
RUN apk add --no-cache g++ make python3
COPY . .
RUN npm ci && npm run build
CMD ["node", "dist/server.js"]
