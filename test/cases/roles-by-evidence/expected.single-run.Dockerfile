FROM python:3.13-alpine
RUN apk add --no-cache curl git graphviz imagemagick imagemagick-jpeg imagemagick-tiff imagemagick-webp wget
WORKDIR /app
COPY requirements.txt .
RUN apk add --no-cache --virtual .build-deps build-base linux-headers \
    && wget -q https://example.com/model.bin && pip install --no-cache-dir -r requirements.txt \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
COPY . .
HEALTHCHECK CMD curl -f http://localhost:8000/ || exit 1
CMD ["./start.sh"]
