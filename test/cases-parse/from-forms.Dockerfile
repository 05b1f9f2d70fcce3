ARG BASE=debian
FROM localhost:5000/team/base:1.0@sha256:6cd937e9155bdfd805d1b94e037f9d6a899603306030936a3b11680af0c2ed58 AS one
FROM ${BASE}:12-slim AS Two
FROM one AS three
FROM --platform=linux/arm64/v8 ghcr.io/acme/tool
FROM scratch
