FROM alpine:3.24
ARG TARGETARCH
ARG DEBUG=no
RUN if [ "$TARGETARCH" = amd64 ]; then apk add --no-cache numactl; fi \
 && if [ "$DEBUG" = yes ]; then \
      apk add --no-cache strace gdb; \
    else \
      apk add --no-cache tini; \
    fi
