# syntax=docker/dockerfile:1
FROM python:3.13-alpine
RUN apk add --no-cache gcc musl-dev libpq-dev
RUN --mount=type=cache,target=/root/.cache/pip \
    --mount=type=bind,source=requirements.txt,target=/tmp/requirements.txt \
    pip install -r /tmp/requirements.txt
CMD ["python"]
