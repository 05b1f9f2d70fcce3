# Nothing ends the last line.
FROM alpine:3.24