# What is moved to a folder of programs may be a script for Python 2.
FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends git python-fontforge \
    && git clone --depth 1 https://example.com/patcher.git /tmp/patcher \
    && mv /tmp/patcher/patcher /usr/local/bin/ \
    && rm -rf /tmp/patcher /var/lib/apt/lists/*
ENTRYPOINT ["patcher"]
