# Services run under other names on Alpine; transmission's is not named here.
FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends memcached slapd transmission-daemon && rm -rf /var/lib/apt/lists/*
COPY cache.sh /usr/local/bin/
RUN mkdir -p /srv/ldap && chown -R openldap:openldap /srv/ldap
CMD ["cache.sh"]
