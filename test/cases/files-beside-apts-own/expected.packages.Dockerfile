# What lies in the working folder goes all the same.
FROM alpine:3.24
WORKDIR /tmp/work
RUN apk add --no-cache curl && touch left \
 && rm -rf left && rm -rf ~/.cache "$HOME/x"
