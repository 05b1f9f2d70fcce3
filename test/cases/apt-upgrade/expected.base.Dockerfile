FROM alpine:3.24
RUN apt-get update && apt-get -y upgrade && apt-get install -y curl
RUN apt-get dist-upgrade -y && apt-get autoremove -y
