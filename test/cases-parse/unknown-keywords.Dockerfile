FROM debian:12
RUNN apt-get update
INSTALL git
RUN true
