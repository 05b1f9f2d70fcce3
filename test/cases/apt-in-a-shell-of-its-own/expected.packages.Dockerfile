FROM alpine:3.24
RUN sh -c "apk add --no-cache curl"
RUN sh -c 'apk add --no-cache git'
