# What is put elsewhere needs its libraries there, whatever becomes of the folder it was built in.
FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends build-essential ca-certificates cargo curl libpcap-dev golang libssl-dev \
    && rm -rf /var/lib/apt/lists/*

RUN curl -fsSL https://example.org/probe.tar.gz | tar -xz -C /tmp && cd /tmp/probe && make \
    && cp src/probe src/probe.conf /usr/bin/ && mv probed /usr/sbin/probed && install -m 755 plugins/*.so /opt/probe/ \
    && cp probe.conf /etc/probe.conf && cd / && rm -rf /tmp/probe

RUN curl -fsSL https://example.org/sniff.tar.gz | tar -xz -C /tmp && cd /tmp/sniff \
    && go build -o /usr/bin/sniff ./cmd/sniff && go install ./cmd/sniffd \
    && gcc -O2 -o /usr/bin/dump dump.c -lpcap && install -t ../../opt/tools -m 755 list

RUN cargo install --root /opt/cargo probe-ui && cargo install probe-cli

CMD ["probe"]
