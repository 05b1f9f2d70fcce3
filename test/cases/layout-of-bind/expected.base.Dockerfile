FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends bind9 && rm -rf /var/lib/apt/lists/*
COPY named.conf.local /etc/bind/
COPY zones/ /etc/bind/zones/
RUN chown -R bind:bind /etc/bind/zones && named-checkconf /etc/bind/named.conf
CMD ["named", "-g", "-u", "bind"]
