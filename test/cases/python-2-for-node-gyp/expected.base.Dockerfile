# node-gyp of Node.js 8 wanted Python 2; today's wants Python 3.
FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends build-essential nodejs npm python \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
CMD ["node", "server.js"]
