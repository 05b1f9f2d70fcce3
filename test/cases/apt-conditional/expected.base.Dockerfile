FROM alpine:3.24
ARG TARGETARCH
ARG DEBUG=no
RUN apt-get update \
 && if [ "$TARGETARCH" = amd64 ]; then apt-get install -y libnuma1; fi \
 && if [ "$DEBUG" = yes ]; then \
      apt-get install -y strace gdb; \
    else \
      apt-get install -y tini; \
    fi \
 && rm -rf /var/lib/apt/lists/*
