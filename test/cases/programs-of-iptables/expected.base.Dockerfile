FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends iptables wireguard-tools && rm -rf /var/lib/apt/lists/* \
    && update-alternatives --set iptables /usr/sbin/iptables-legacy \
    && update-alternatives --set ip6tables /usr/sbin/ip6tables-legacy
CMD ["wg-quick", "up", "wg0"]
