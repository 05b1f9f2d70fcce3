FROM alpine:3.24
COPY packages.txt /tmp/packages.txt
RUN apk add --no-cache curl libpq
RUN apk add --no-cache curl libpq-dev
WORKDIR /tmp
RUN apk add --no-cache curl libpq-dev
RUN apk add --no-cache curl libpq
