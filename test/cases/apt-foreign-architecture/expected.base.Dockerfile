FROM alpine:3.24
RUN dpkg --add-architecture i386 && apt-get update && apt-get install -y wine32:i386
