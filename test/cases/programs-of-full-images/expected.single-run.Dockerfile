# What the full image holds, and Alpine's does not, comes with the steps that call it
FROM golang:1.26-alpine AS tool
WORKDIR /src
COPY . .
# A task of the project: Go compiles without a C compiler
RUN apk add --no-cache make \
    && make tool

FROM node:22-alpine
RUN apk add --no-cache git
WORKDIR /srv
RUN git clone --depth 1 https://example.com/theme.git theme
RUN apk add --no-cache --virtual .build-deps curl build-base linux-headers \
 && curl -fsSL https://example.com/lib-1.0.tar.gz | tar xz \
 && cd lib-1.0 && ./configure && make && make install \
 && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /srv/lib-1.0 /usr/local \
     | tr ',' '\n' | sort -u \
     | while read -r library; do apk info --installed "so:$library" || true; done \
     | xargs -rt apk add --no-network ) \
 && apk del --no-network .build-deps
RUN apk add --no-cache --virtual .build-deps imagemagick \
    && convert theme/logo.png theme/logo.gif \
    && apk del --no-network .build-deps
# It brings make by itself, so that nothing is added for the step behind it
RUN apk add --no-cache --virtual .build-deps build-base \
    && make -C theme \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /srv /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
COPY --from=tool /src/tool /usr/local/bin/
# The history is asked for while the container runs
CMD git log -1 && node server.js
