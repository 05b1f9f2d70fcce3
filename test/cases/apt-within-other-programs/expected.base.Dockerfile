FROM alpine:3.24
COPY with-proxy /usr/local/bin/
RUN with-proxy apt-get update && with-proxy apt-get install -y git
RUN retry 3 apt-get install -y curl
# Words only.
RUN echo "apt-get install git" && printf '%s\n' apt-get install
CMD ["git", "daemon"]
