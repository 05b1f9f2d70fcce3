FROM alpine:3.24
# Debian's automake brings autoconf along, openssh-server the client, and cmake recommends make.
RUN apt-get update && apt-get install -y automake libtool cmake python3-dev openssh-server xvfb curl \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN autoreconf -i
RUN cd lib && cmake . && make && make install
RUN ssh-keygen -t ed25519 -N "" -f /etc/ssh/key && python3 -c 'print("no compiler is needed here")'
HEALTHCHECK CMD ssh -o BatchMode=yes localhost true
CMD ["xvfb-run", "/usr/local/bin/lib"]
