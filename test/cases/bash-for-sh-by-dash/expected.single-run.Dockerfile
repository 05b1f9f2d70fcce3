FROM alpine:3.24
RUN apk add --no-cache bash curl
RUN ln -sf /bin/bash /bin/sh
RUN parts=(one two) && echo "${parts[1]}"
