FROM alpine:3.24
COPY with-proxy /usr/local/bin/
# alpinize: `with-proxy` is told to run `apt-get`, which does not exist on Alpine. Call `apk` in its place.
# RUN with-proxy apt-get update && with-proxy apt-get install -y git
# alpinize: `retry` is told to run `apt-get`, which does not exist on Alpine. Call `apk` in its place.
# RUN retry 3 apt-get install -y curl
# Words only.
RUN echo "apt-get install git" && printf '%s\n' apt-get install
CMD ["git", "daemon"]
