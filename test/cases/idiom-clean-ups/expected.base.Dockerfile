FROM alpine:3.24
RUN apt-get update && apt-get install -y curl \
 && apt-get autoremove -y && apt-get clean && apt-get autoclean \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/archives/* /tmp/* /var/tmp/* /usr/share/doc /usr/share/man /var/log/apt /var/log/dpkg.log
