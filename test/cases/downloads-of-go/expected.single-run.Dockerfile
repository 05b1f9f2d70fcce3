FROM alpine:3.24
RUN apk add --no-cache libc6-compat curl
RUN curl -sSL https://dl.google.com/go/go1.11.5.linux-amd64.tar.gz | tar -C /usr/local -xz
ENV PATH=$PATH:/usr/local/go/bin
CMD ["go", "version"]
