# Headers of Debian's whose place on Alpine takes a library and a tool besides
FROM golang:1.24-alpine3.23
WORKDIR /src
COPY . .
RUN apk add --no-cache --virtual .build-deps libltdl libtool gcc musl-dev \
    && go build -o /usr/local/bin/tool ./cmd/tool \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /src /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
