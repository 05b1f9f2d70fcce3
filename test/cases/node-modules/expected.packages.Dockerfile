FROM node:22-alpine
RUN apk add --no-cache python3 make g++ vips-dev
WORKDIR /srv
COPY package*.json ./
RUN npm ci
COPY . .
CMD ["npm", "start"]
