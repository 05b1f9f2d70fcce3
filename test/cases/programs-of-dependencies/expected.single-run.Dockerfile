FROM alpine:3.24
# Debian's automake brings autoconf along, openssh-server the client, and cmake recommends make.
RUN apk add --no-cache openssh-client xvfb-run openssh-server xvfb curl \
    && ssh-keygen -A
WORKDIR /src
COPY . .
RUN apk add --no-cache --virtual .build-deps \
        automake autoconf libtool cmake python3-dev \
    && autoreconf -i \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /src /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
RUN apk add --no-cache --virtual .build-deps \
        automake autoconf libtool cmake python3-dev build-base linux-headers \
    && cd lib && cmake . && make && make install \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /src/lib /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
RUN apk add --no-cache --virtual .build-deps python3 \
    && ssh-keygen -t ed25519 -N "" -f /etc/ssh/key && python3 -c 'print("no compiler is needed here")' \
    && apk del --no-network .build-deps
HEALTHCHECK CMD ssh -o BatchMode=yes localhost true
CMD ["xvfb-run", "/usr/local/bin/lib"]
