FROM golang:1.23-alpine3.22
RUN apk add --no-cache gcc musl-dev sqlite-dev
WORKDIR /src
COPY . .
RUN CGO_ENABLED=1 go build -o /app .

FROM alpine:3.24
RUN apk add --no-cache ca-certificates sqlite-libs
COPY --from=0 /app /app
CMD ["/app"]
