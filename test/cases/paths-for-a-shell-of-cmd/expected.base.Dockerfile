# The text that CMD hands to a shell is read as such, and its paths are changed there alone.
FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends tini && rm -rf /var/lib/apt/lists/*
ENTRYPOINT ["/usr/bin/tini", "--"]
HEALTHCHECK CMD ["sh", "-c", "/usr/bin/tini --version"]
CMD ["/bin/sh", "-c", "umask 027; exec /usr/bin/tini -s /srv/serve"]
