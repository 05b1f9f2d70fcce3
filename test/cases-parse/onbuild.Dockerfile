FROM node:16
ONBUILD ARG NODE_ENV
ONBUILD ENV NODE_ENV $NODE_ENV
ONBUILD COPY package*.json /usr/src/app/
ONBUILD RUN npm install && \
    npm cache clean --force
onbuild copy --chown=node:node . /usr/src/app
CMD ["npm", "start"]
