# What an editable installation compiles stays beside its source.
FROM python:3.12-alpine3.24
WORKDIR /app
COPY . .
RUN apk add --no-cache --virtual .build-deps gcc musl-dev \
    && pip install --no-cache-dir -e ".[fast]" \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /app /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
CMD ["python", "-m", "app"]
