# syntax=docker/dockerfile:1
FROM alpine:3.24
RUN <<EOF
set -e
apk add --no-cache curl
cat > /etc/motd <<TEXT
Welcome
TEXT
EOF
