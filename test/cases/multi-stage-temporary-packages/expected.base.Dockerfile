# wget only fetches, and goes in its own RUN; pip's step alone is a reason for a builder stage, though no line installs a compiler.
FROM python:3.12-alpine3.24
ENV ZONES_VERSION=2024a
RUN apt-get update \
    && apt-get install -y --no-install-recommends wget \
    && wget -qO /srv/zones.csv "https://files.example.org/zones-${ZONES_VERSION}.csv" \
    && apt-get purge -y --auto-remove wget \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /srv
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY watch.py .
CMD ["python", "watch.py"]
