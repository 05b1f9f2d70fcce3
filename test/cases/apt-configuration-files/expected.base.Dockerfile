FROM alpine:3.24
COPY sources.list /etc/apt/sources.list
COPY apt.conf.d/ /etc/apt/apt.conf.d/
RUN echo 'APT::Install-Recommends "false";' > /etc/apt/apt.conf.d/99-lean \
 && printf 'Package: *\nPin: release a=stable\n' > /etc/apt/preferences.d/pin \
 && apt-get update && apt-get install -y curl
