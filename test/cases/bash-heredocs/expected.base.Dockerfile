# syntax=docker/dockerfile:1
FROM alpine:3.24
RUN <<EOF
#!/bin/bash -e
names=(a b)
apt-get update && apt-get install -y curl
touch "${names[@]}"
EOF
RUN bash <<EOF
[[ -f a ]] && echo found
EOF
RUN <<EOF
#!/usr/bin/env bash
set -e
apt-get install -y git
EOF
