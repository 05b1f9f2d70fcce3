FROM alpine:3.24
RUN apk add --no-cache bash
# bash comes for the script, so that the user keeps it.
RUN adduser -D -s /bin/bash app
COPY start.sh /usr/local/bin/
USER app
ENTRYPOINT ["/usr/local/bin/start.sh"]
CMD ["sleep", "60"]
