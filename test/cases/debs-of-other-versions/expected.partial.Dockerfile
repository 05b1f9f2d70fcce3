FROM alpine:3.24
RUN apk add --no-cache curl
# alpinize: left out: dpkg -i bison_2.7.1.dfsg-1_amd64.deb (`bison_2.7.1.dfsg-1_amd64.deb` has version 2.7.1, and Alpine 3.24 has 3.8.2 or newer. Use `apk add bison` if that will do, or keep this stage on Debian.)
RUN curl -fsSLO http://archive.example.com/bison_2.7.1.dfsg-1_amd64.deb
# alpinize: left out: dpkg -i agent.deb (`dpkg` does not exist on Alpine: Debian packages hold programs linked with glibc. Use Alpine's own package or a musl build.)
RUN curl -fsSLo agent.deb https://example.com/example-agent_6.4.0_amd64.deb
# A build of one's own.
COPY --from=packages /build/nginx_1.28.0-1_amd64.deb /tmp/
# alpinize: left out: /tmp/nginx_1.28.0-1_amd64.deb (`/tmp/nginx_1.28.0-1_amd64.deb` is a Debian package file, whose programs are linked with glibc. Use Alpine's own package or a musl build.)
RUN rm /tmp/nginx_1.28.0-1_amd64.deb
CMD ["bison", "--version"]
