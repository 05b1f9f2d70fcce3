ARG PYTHON=3.12
ARG TAG=3.13-slim
FROM --platform=$BUILDPLATFORM python:${PYTHON}-slim-bookworm AS first
FROM docker.io/library/python:${TAG} AS second
FROM python@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef AS third
FROM python:3.13-slim-bookworm@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef AS fourth
FROM python AS fifth
FROM second AS sixth
FROM mirror.example.com/library/node:22-alpine AS seventh
RUN node -v
