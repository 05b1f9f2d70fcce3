# syntax=docker/dockerfile:1
FROM alpine:3.24
RUN <<EOF
set -e
cat > /etc/apt/sources.list.d/extra.list <<'LIST'
deb https://deb.example.com/debian bookworm main
LIST
apt-get update
apt-get install -y curl
cat > /etc/motd <<TEXT
Welcome
TEXT
EOF
