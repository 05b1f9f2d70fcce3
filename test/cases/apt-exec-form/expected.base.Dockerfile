FROM alpine:3.24
RUN ["apt-get", "update"]
RUN ["apt-get", "install", "-y", "curl", "libssl-dev"]
RUN ["/bin/bash", "-c", "apt-get install -y git"]
