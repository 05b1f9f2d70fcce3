FROM alpine:3.24
# alpinize: wine32:i386 has no equivalent on Alpine 3.24: Alpine has no 32-bit libraries beside the 64-bit ones. Way out: keep this stage on Debian.
# RUN dpkg --add-architecture i386 && apt-get update && apt-get install -y wine32:i386
