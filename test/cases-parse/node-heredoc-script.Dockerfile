# syntax=docker/dockerfile:1
FROM node:22-slim
RUN <<EOF
set -e
apt-get update
# not a Dockerfile comment
apt-get install -y git \
  openssh-client
EOF
COPY <<"CONF" /etc/app/settings.json
{ "port": 8080, "name": "$NAME" }
CONF
CMD ["node", "index.js"]
