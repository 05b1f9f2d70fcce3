# Headers of Debian's whose place on Alpine takes a library and a tool besides
FROM golang:1.24-alpine3.23
RUN apk add --no-cache gcc musl-dev libltdl libtool
WORKDIR /src
COPY . .
RUN go build -o /usr/local/bin/tool ./cmd/tool
