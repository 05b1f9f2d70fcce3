FROM python:3.13-alpine
COPY requirements.txt .
RUN apk add --no-cache --virtual .build-deps gcc musl-dev libpq-dev \
    && pip install --no-cache-dir -r requirements.txt \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
CMD ["python"]
