FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends curl
RUN echo "dash dash/sh boolean false" | debconf-set-selections && DEBIAN_FRONTEND=noninteractive dpkg-reconfigure dash
RUN parts=(one two) && echo "${parts[1]}"
