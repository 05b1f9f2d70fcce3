FROM node:22-alpine
RUN apt-get update && apt-get install -y python3 make g++ libvips-dev
WORKDIR /srv
COPY package*.json ./
RUN npm ci
COPY . .
CMD ["npm", "start"]
