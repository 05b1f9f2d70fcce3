# node-gyp of Node.js 8 wanted Python 2; today's wants Python 3.
FROM alpine:3.24
RUN apk add --no-cache build-base nodejs npm python3
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
CMD ["node", "server.js"]
