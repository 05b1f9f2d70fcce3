FROM python:3.10-alpine
WORKDIR /app
COPY requirements ./requirements
RUN apk add --no-cache --virtual .build-deps build-base linux-headers \
    && apk add --no-cache libmagic \
    && pip install --no-cache-dir -r requirements/prod.txt \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
COPY . .
CMD ["python", "app.py"]
