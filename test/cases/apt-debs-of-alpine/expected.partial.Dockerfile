FROM alpine:3.24
ARG TINI_VERSION=0.19.0
RUN apk add --no-cache wget
RUN wget -q https://example.com/dumb-init_1.2.5_amd64.deb && apk add --no-cache dumb-init && rm dumb-init_*.deb
RUN wget -qO /tmp/tini_$TINI_VERSION.deb https://example.com/tini.deb && apk add --no-cache tini
# alpinize: left out: dpkg -i libpng12-0_1.2.54_amd64.deb (`dpkg` does not exist on Alpine: Debian packages hold programs linked with glibc. Use Alpine's own package or a musl build.)
RUN wget -q https://example.com/libpng12-0_1.2.54_amd64.deb
