# A program that is renamed, called by a path that moves: the path is changed once.
FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends google-chrome-stable && rm -rf /var/lib/apt/lists/*
RUN version="$(/usr/bin/google-chrome-stable --version)" && echo "$version" > /etc/browser-version && google-chrome --help
CMD ["/usr/bin/google-chrome-stable", "--headless"]
