FROM golang:1.22-bookworm AS build
WORKDIR /src
COPY go.* ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -ldflags="-s -w -X main.version=$(git describe --tags)" -o /bin/api ./cmd/api
FROM scratch
COPY --from=build /bin/api /api
ENTRYPOINT ["/api"]
