FROM alpine:3.24
COPY vendor.deb /tmp/
# alpinize: left out: /tmp/vendor.deb (`/tmp/vendor.deb` is a Debian package file, whose programs are linked with glibc. Use Alpine's own package or a musl build.)
RUN apk add --no-cache curl
# alpinize: `dpkg` does not exist on Alpine: Debian packages hold programs linked with glibc. Use Alpine's own package or a musl build.
# RUN dpkg -i /tmp/vendor.deb || apt-get -f install -y
