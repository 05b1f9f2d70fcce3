# What lies in the working folder goes all the same.
FROM alpine:3.24
WORKDIR /tmp/work
RUN apt-get update && apt-get install -y --no-install-recommends curl && touch left \
 && rm -rf left /var/lib/apt/lists/* && rm -rf ~/.cache "$HOME/x" /var/cache/apt
