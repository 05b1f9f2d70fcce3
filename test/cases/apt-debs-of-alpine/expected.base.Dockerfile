FROM alpine:3.24
ARG TINI_VERSION=0.19.0
RUN apt-get update && apt-get install -y wget
RUN wget -q https://example.com/dumb-init_1.2.5_amd64.deb && dpkg -i dumb-init_*.deb && rm dumb-init_*.deb
RUN wget -qO /tmp/tini_$TINI_VERSION.deb https://example.com/tini.deb && dpkg --install /tmp/tini_$TINI_VERSION.deb
RUN wget -q https://example.com/libpng12-0_1.2.54_amd64.deb && dpkg -i libpng12-0_1.2.54_amd64.deb
