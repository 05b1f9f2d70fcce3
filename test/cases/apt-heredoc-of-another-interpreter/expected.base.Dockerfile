# syntax=docker/dockerfile:1
FROM python:3.13-alpine
RUN <<EOF
#!/usr/bin/env python
import subprocess
subprocess.run(["apt-get", "--version"])
EOF
RUN <<EOF
#!/bin/bash
apt-get update
apt-get install -y curl
EOF
