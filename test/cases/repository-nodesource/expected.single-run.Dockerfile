FROM python:3.12-alpine
RUN apk add --no-cache curl gnupg \
 && apk add --no-cache nodejs npm \
 && npm install -g yarn
