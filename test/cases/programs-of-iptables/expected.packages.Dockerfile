FROM alpine:3.24
RUN apk add --no-cache iptables-legacy iptables wireguard-tools-wg wireguard-tools-wg-quick && ln -sf "$(command -v iptables-legacy)" /usr/local/bin/iptables \
    && ln -sf "$(command -v ip6tables-legacy)" /usr/local/bin/ip6tables
CMD ["wg-quick", "up", "wg0"]
