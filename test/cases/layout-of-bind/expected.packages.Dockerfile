FROM alpine:3.24
RUN apk add --no-cache bind \
    && mkdir -p /var/cache/bind \
    && chown named:named /var/cache/bind \
    && echo 'options { directory "/var/cache/bind"; dnssec-validation auto; listen-on-v6 { any; }; };' > /etc/bind/named.conf.options \
    && touch /etc/bind/named.conf.local /etc/bind/named.conf.default-zones \
    && printf 'include "/etc/bind/named.conf.%s";\n' options local default-zones > /etc/bind/named.conf \
    && sed -i 's/^named:\(.*\)/&\nbind:\1/' /etc/passwd /etc/group
COPY named.conf.local /etc/bind/
COPY zones/ /etc/bind/zones/
RUN chown -R bind:bind /etc/bind/zones && named-checkconf /etc/bind/named.conf
CMD ["named", "-g", "-u", "bind"]
