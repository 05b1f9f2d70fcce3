# Headers of Debian's whose place on Alpine takes a library and a tool besides
FROM golang:1.24-alpine3.23
WORKDIR /src
COPY . .
RUN apk add --no-cache --virtual .build-deps libltdl libtool \
    && go build -o /usr/local/bin/tool ./cmd/tool \
    && apk del --no-network .build-deps
