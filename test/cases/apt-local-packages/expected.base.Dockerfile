FROM alpine:3.24
COPY vendor.deb /tmp/
RUN apt-get update && apt-get install -y /tmp/vendor.deb curl
RUN dpkg -i /tmp/vendor.deb || apt-get -f install -y
