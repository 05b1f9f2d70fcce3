# With Debian's libvips sharp takes the build that it brings; with the headers of Alpine's newer one it would be compiled.
FROM node:20-alpine3.23
RUN apt-get update && apt-get install -y --no-install-recommends libvips-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json .
RUN npm install --omit=dev
COPY . .
CMD ["node", "app.js"]
