# With Debian's libvips sharp takes the build that it brings; with the headers of Alpine's newer one it would be compiled.
FROM node:20-alpine3.23
WORKDIR /app
COPY package.json .
RUN npm install --omit=dev
COPY . .
CMD ["node", "app.js"]
