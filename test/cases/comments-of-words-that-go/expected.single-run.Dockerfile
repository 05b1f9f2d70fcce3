FROM alpine:3.24
RUN apk add --no-cache \
    git \
    # nothing on Alpine
    curl \
    # the first of its line
    ca-certificates tree \
    # only to compile
    libpq \
    nano
CMD ["git", "daemon"]
