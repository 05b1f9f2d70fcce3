# What is put elsewhere needs its libraries there, whatever becomes of the folder it was built in.
FROM alpine:3.24
RUN apk add --no-cache ca-certificates curl

RUN apk add --no-cache --virtual .build-deps \
        build-base cargo libpcap-dev go openssl-dev \
    && curl -fsSL https://example.org/probe.tar.gz | tar -xz -C /tmp && cd /tmp/probe && make \
    && cp src/probe src/probe.conf /usr/bin/ && mv probed /usr/sbin/probed && install -m 755 plugins/*.so /opt/probe/ \
    && cp probe.conf /etc/probe.conf && cd / && rm -rf /tmp/probe \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/bin/probe /usr/sbin/probed /opt/probe /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps

RUN apk add --no-cache --virtual .build-deps \
        build-base cargo libpcap-dev go openssl-dev linux-headers \
    && curl -fsSL https://example.org/sniff.tar.gz | tar -xz -C /tmp && cd /tmp/sniff \
    && go build -o /usr/bin/sniff ./cmd/sniff && go install ./cmd/sniffd \
    && gcc -O2 -o /usr/bin/dump dump.c -lpcap && install -t ../../opt/tools -m 755 list \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/bin/sniff "$HOME"/go/bin /usr/bin/dump /opt/tools /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps

RUN apk add --no-cache --virtual .build-deps \
        build-base cargo libpcap-dev go openssl-dev \
    && cargo install --root /opt/cargo probe-ui && cargo install probe-cli \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /opt/cargo "$HOME"/.cargo/bin /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps

CMD ["probe"]
