FROM golang:1.23-alpine
RUN apk add --no-cache protoc
COPY . /src
RUN cd /src && go build -o /usr/local/bin/app .
CMD ["app"]
