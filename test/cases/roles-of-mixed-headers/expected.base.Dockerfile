# Headers of Debian's whose place on Alpine takes a library and a tool besides
FROM golang:1.24-alpine3.23
RUN apt-get update && apt-get install -y --no-install-recommends libltdl-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN go build -o /usr/local/bin/tool ./cmd/tool
