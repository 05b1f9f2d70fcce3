# syntax=docker/dockerfile:1
FROM python:3.13-slim
RUN apt-get update && apt-get install -y --no-install-recommends gcc libpq-dev curl && rm -rf /var/lib/apt/lists/*
COPY requirements.txt .
RUN pip install -r requirements.txt

FROM busybox
COPY --from=0 /etc/os-release /os-release
RUN --mount=type=bind,from=0,source=/etc,target=/mnt cp /mnt/hostname /hostname

FROM python:3.13-alpine AS build
RUN apk add --no-cache curl
COPY --from=1 /os-release /srv/os-release
COPY requirements.txt .
RUN apk add --no-cache --virtual .build-deps gcc musl-dev libpq-dev \
    && pip install --no-cache-dir -r requirements.txt \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
CMD ["python", "-m", "app"]
