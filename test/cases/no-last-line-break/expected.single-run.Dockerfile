# Nothing ends the last line.
FROM alpine:3.24
RUN apk add --no-cache build-base
