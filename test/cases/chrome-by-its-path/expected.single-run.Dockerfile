# A program that is renamed, called by a path that moves: the path is changed once.
FROM alpine:3.24
RUN apk add --no-cache chromium
RUN version="$(/usr/bin/chromium-browser --version)" && echo "$version" > /etc/browser-version && chromium-browser --help
CMD ["/usr/bin/chromium-browser", "--headless"]
