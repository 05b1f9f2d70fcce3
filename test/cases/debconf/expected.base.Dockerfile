FROM alpine:3.24
RUN echo 'tzdata tzdata/Areas select Europe' | debconf-set-selections \
 && apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y tzdata debconf-utils postfix
