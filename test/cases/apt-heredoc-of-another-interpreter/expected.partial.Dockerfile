# syntax=docker/dockerfile:1
FROM python:3.13-alpine
# alpinize: `apt-get` stands in text for another program and is not translated. Write it as a plain RUN.
RUN <<EOF
#!/usr/bin/env python
import subprocess
subprocess.run(["apt-get", "--version"])
EOF
RUN <<EOF
#!/bin/sh
apk add --no-cache curl
EOF
