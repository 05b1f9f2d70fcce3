FROM alpine:3.24
RUN apk add --no-cache curl
RUN apk add --no-cache git \
    && git --version
CMD ["git"]
