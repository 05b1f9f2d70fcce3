# What is moved to a folder of programs may be a script for Python 2.
FROM alpine:3.24
# alpinize: left out: python-fontforge (python-fontforge has no equivalent on Alpine 3.24: a Python 2 package, and Python 2 left Alpine with 3.16. Way out: py3-fontforge.)
RUN apk add --no-cache git \
    && git clone --depth 1 https://example.com/patcher.git /tmp/patcher \
    && mv /tmp/patcher/patcher /usr/local/bin/ \
    && rm -rf /tmp/patcher
ENTRYPOINT ["patcher"]
