FROM golang:1.23-alpine3.22
RUN apt-get update && apt-get install -y libsqlite3-dev
WORKDIR /src
COPY . .
RUN CGO_ENABLED=1 go build -o /app .

FROM alpine:3.24
RUN apt-get update && apt-get install -y ca-certificates libsqlite3-0
COPY --from=0 /app /app
CMD ["/app"]
