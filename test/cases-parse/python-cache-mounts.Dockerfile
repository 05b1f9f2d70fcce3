# syntax=docker/dockerfile:1.7
# check=skip=JSONArgsRecommended
FROM --platform=$BUILDPLATFORM python:3.11-slim AS base
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt,sharing=locked \
    apt-get update && \
    apt-get install -y gcc libffi-dev
RUN --mount=type=bind,source=requirements.txt,target=/r.txt --mount=type=secret,id=pip,required=true \
    pip install -r /r.txt
CMD python -m worker
