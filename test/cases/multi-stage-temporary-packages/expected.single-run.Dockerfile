# wget only fetches, and goes in its own RUN; pip's step alone is a reason for a builder stage, though no line installs a compiler.
FROM python:3.12-alpine3.24
ENV ZONES_VERSION=2024a
RUN apk add --no-cache --virtual .build-deps wget \
    && wget -qO /srv/zones.csv "https://files.example.org/zones-${ZONES_VERSION}.csv" \
    && apk del --no-network .build-deps
WORKDIR /srv
COPY requirements.txt .
RUN apk add --no-cache --virtual .build-deps build-base linux-headers \
    && pip install --no-cache-dir -r requirements.txt \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
COPY watch.py .
CMD ["python", "watch.py"]
