FROM alpine:3.24
RUN apk add --no-cache jq
RUN apk add --no-cache tzdata unzip
RUN apk add --no-cache rsync
