# syntax=docker/dockerfile:1
FROM alpine:3.24
RUN <<EOF
set -e
# the tools of the job
apt-get update
apt-get install -y --no-install-recommends \
    curl \
    jq
rm -rf /var/lib/apt/lists/*
EOF
COPY <<EOF /etc/motd
apt-get is only named here
EOF
