FROM alpine:3.24
# Debian's automake brings autoconf along, openssh-server the client, and cmake recommends make.
RUN apk add --no-cache openssh-client xvfb-run build-base linux-headers automake autoconf libtool cmake python3-dev openssh-server xvfb curl \
    && ssh-keygen -A
WORKDIR /src
COPY . .
RUN autoreconf -i
RUN cd lib && cmake . && make && make install
RUN apk add --no-cache python3 \
    && ssh-keygen -t ed25519 -N "" -f /etc/ssh/key && python3 -c 'print("no compiler is needed here")'
HEALTHCHECK CMD ssh -o BatchMode=yes localhost true
CMD ["xvfb-run", "/usr/local/bin/lib"]
