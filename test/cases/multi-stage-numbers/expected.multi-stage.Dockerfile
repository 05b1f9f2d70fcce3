# syntax=docker/dockerfile:1
FROM python:3.13-slim
RUN apt-get update && apt-get install -y --no-install-recommends gcc libpq-dev curl && rm -rf /var/lib/apt/lists/*
COPY requirements.txt .
RUN pip install -r requirements.txt

FROM busybox
COPY --from=0 /etc/os-release /os-release
RUN --mount=type=bind,from=0,source=/etc,target=/mnt cp /mnt/hostname /hostname

FROM python:3.13-alpine AS build-2
RUN apk add --no-cache gcc musl-dev libpq-dev curl
COPY --from=1 /os-release /srv/os-release
COPY requirements.txt .
RUN python -m venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
RUN pip install -r requirements.txt
RUN ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /opt/venv /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | sort -u > /opt/run-deps )

FROM python:3.13-alpine AS build
RUN apk add --no-cache curl
COPY --from=1 /os-release /srv/os-release
COPY requirements.txt .
COPY --from=build-2 /opt/run-deps /opt/run-deps
RUN xargs -rt apk add --no-cache < /opt/run-deps
ENV PATH=/opt/venv/bin:$PATH
COPY --from=build-2 /opt/venv /opt/venv
CMD ["python", "-m", "app"]
