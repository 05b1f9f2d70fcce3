# syntax=docker/dockerfile:1
FROM alpine:3.24
RUN <<EOF
set -e
# the tools of the job
apk add --no-cache \
    curl \
    jq
EOF
COPY <<EOF /etc/motd
apt-get is only named here
EOF
