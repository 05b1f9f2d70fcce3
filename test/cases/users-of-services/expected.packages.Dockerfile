# Services run under other names on Alpine; transmission's is not named here.
FROM alpine:3.24
RUN apk add --no-cache memcached openldap transmission-daemon \
    && sed -i 's/^memcached:\(.*\)/&\nmemcache:\1/' /etc/passwd /etc/group \
    && sed -i 's/^ldap:\(.*\)/&\nopenldap:\1/' /etc/passwd /etc/group
COPY cache.sh /usr/local/bin/
RUN mkdir -p /srv/ldap && chown -R openldap:openldap /srv/ldap
CMD ["cache.sh"]
