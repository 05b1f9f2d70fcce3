FROM golang:1.23-alpine
RUN apt-get update && apt-get install -y protobuf-compiler
COPY . /src
RUN cd /src && go build -o /usr/local/bin/app .
CMD ["app"]
