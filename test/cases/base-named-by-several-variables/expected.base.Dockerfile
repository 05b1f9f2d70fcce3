# What the new name still holds stays with its variables; one that has all that changes gets another default.
ARG REGISTRY=docker.io
ARG NODE_VERSION=24
ARG DEBIAN=trixie
ARG TAG=3.13-alpine3.24
FROM ${REGISTRY}/node:${NODE_VERSION}-alpine3.24 AS assets
RUN npm --version > /version
FROM ${REGISTRY}/python:${TAG}
COPY --from=assets /version /version
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
