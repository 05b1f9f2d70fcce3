FROM alpine:3.20
COPY <<EOF /Dockerfile.inner
FROM debian
RUN apt-get update
CMD ["sh"]
EOF
RUN cat /Dockerfile.inner
