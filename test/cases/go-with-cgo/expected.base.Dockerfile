FROM golang:1.26-alpine AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o /out/worker ./cmd/worker
# Without cgo, nothing is compiled but Go.
RUN CGO_ENABLED=0 go build -o /out/tool ./cmd/tool

FROM alpine:3.24
COPY --from=build /out/worker /out/tool /usr/local/bin/
CMD ["worker"]
