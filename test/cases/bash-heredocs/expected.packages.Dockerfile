# syntax=docker/dockerfile:1
FROM alpine:3.24
RUN apk add --no-cache bash
RUN <<EOF
#!/bin/bash -e
names=(a b)
apk add --no-cache curl
touch "${names[@]}"
EOF
RUN sh <<EOF
[[ -f a ]] && echo found
EOF
RUN <<EOF
#!/usr/bin/env sh
set -e
apk add --no-cache git
EOF
