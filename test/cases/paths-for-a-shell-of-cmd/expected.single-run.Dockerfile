# The text that CMD hands to a shell is read as such, and its paths are changed there alone.
FROM alpine:3.24
RUN apk add --no-cache tini
ENTRYPOINT ["/sbin/tini", "--"]
HEALTHCHECK CMD ["sh", "-c", "/sbin/tini --version"]
CMD ["/bin/sh", "-c", "umask 027; exec /sbin/tini -s /srv/serve"]
