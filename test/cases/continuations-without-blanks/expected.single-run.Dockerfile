FROM alpine:3.24
RUN apk add --no-cache\
      nodejs npm

RUN apk add --no-cache curl
CMD ["node", "server.js"]
