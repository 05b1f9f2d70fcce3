FROM alpine:3.24
RUN apk add --no-cache bash curl ca-certificates \
 && apk add --no-cache nano less procps \
 && apk add --no-cache git
CMD ["bash"]
