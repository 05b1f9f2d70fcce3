# isolated-vm has builds for musl from 6.1 on.
FROM node:24-alpine3.24
WORKDIR /srv
RUN npm install isolated-vm@6.0.2
RUN npm install --prefix new isolated-vm@6.1.2
CMD ["node", "web.js"]
