# Names that carry a version of old.
FROM alpine:3.24
RUN apk add --no-cache icecast stunnel zabbix-utils
RUN stunnel -version
COPY icecast.xml /etc/icecast.xml
CMD ["icecast", "-c", "/etc/icecast.xml"]
