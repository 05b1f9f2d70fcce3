# Names that carry a version of old.
FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends icecast2 stunnel4 zabbix-sender && rm -rf /var/lib/apt/lists/*
RUN stunnel4 -version
COPY icecast.xml /etc/icecast.xml
CMD ["/usr/bin/icecast2", "-c", "/etc/icecast.xml"]
