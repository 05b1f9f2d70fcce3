# Syntax = docker/dockerfile:1
#escape=\
# check=error=true
# syntaxx=no
FROM alpine
RUN echo a \
  b
