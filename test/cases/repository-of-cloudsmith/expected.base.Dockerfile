FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl \
 && curl -1sLf 'https://dl.cloudsmith.io/public/example/stable/setup.deb.sh' | bash \
 && apt-get install -y --no-install-recommends caddy
