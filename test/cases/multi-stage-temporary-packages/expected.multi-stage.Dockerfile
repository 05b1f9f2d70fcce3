# wget only fetches, and goes in its own RUN; pip's step alone is a reason for a builder stage, though no line installs a compiler.
FROM python:3.12-alpine3.24 AS build
ENV ZONES_VERSION=2024a
RUN apk add --no-cache build-base linux-headers wget \
    && wget -qO /srv/zones.csv "https://files.example.org/zones-${ZONES_VERSION}.csv"
WORKDIR /srv
COPY requirements.txt .
RUN python -m venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
RUN pip install --no-cache-dir -r requirements.txt
RUN ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /opt/venv /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | sort -u > /opt/run-deps )

FROM python:3.12-alpine3.24
ENV ZONES_VERSION=2024a
RUN apk add --no-cache --virtual .build-deps wget \
    && wget -qO /srv/zones.csv "https://files.example.org/zones-${ZONES_VERSION}.csv" \
    && apk del --no-network .build-deps
WORKDIR /srv
COPY requirements.txt .
COPY --from=build /opt/run-deps /opt/run-deps
RUN xargs -rt apk add --no-cache < /opt/run-deps
ENV PATH=/opt/venv/bin:$PATH
COPY --from=build /opt/venv /opt/venv
COPY watch.py .
CMD ["python", "watch.py"]
