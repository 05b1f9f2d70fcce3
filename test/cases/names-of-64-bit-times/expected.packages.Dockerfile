FROM node:22-alpine3.24
RUN apk add --no-cache \
        alsa-lib at-spi2-core cups-libs glib \
        # another version than any table has
        icu-libs icu-data-full
CMD ["node", "server.js"]
