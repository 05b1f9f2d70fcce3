FROM golang:1.23-alpine
COPY . /src
RUN apk add --no-cache --virtual .build-deps protoc \
    && cd /src && go build -o /usr/local/bin/app . \
    && apk del --no-network .build-deps
CMD ["app"]
