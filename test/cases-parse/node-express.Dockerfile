FROM node:20-bookworm-slim
ENV NODE_ENV=production
WORKDIR /usr/src/app
COPY ["package.json", "package-lock.json*", "./"]
RUN npm ci --omit=dev
COPY . .
EXPOSE 3000/tcp 9229
USER node
CMD [ "node", "server.js" ]
