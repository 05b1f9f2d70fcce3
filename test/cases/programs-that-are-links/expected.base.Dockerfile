# Debian's name of PHP is a link on Alpine, which setcap refuses.
FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends php8.4-cli libcap2-bin && rm -rf /var/lib/apt/lists/*
RUN setcap "cap_net_bind_service=+ep" /usr/bin/php8.4
