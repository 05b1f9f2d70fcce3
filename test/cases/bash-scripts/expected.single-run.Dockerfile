FROM alpine:3.24
RUN apk add --no-cache bash
COPY entrypoint.sh plain.sh /usr/local/bin/
RUN chmod +x /usr/local/bin/*.sh
ENTRYPOINT ["/usr/local/bin/entrypoint.sh"]
