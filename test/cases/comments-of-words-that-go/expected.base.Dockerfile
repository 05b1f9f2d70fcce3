FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends \
    git \
    # nothing on Alpine
    locales \
    curl \
    # the first of its line
    apt-transport-https ca-certificates tree \
    # only to compile
    libpq-dev \
    nano \
    && rm -rf /var/lib/apt/lists/*
CMD ["git", "daemon"]
