FROM alpine:3.24
RUN add() { apt-get install -y --no-install-recommends "$@"; } \
 && apt-get update && add curl git && (apt-get install -y jq) \
 && for package in zip unzip; do apt-get install -y "$package"; done
