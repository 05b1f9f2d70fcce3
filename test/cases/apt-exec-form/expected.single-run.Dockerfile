FROM alpine:3.24
RUN ["apk", "add", "--no-cache", "curl"]
RUN ["/bin/sh", "-c", "apk add --no-cache git"]
