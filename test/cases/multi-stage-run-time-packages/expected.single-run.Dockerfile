# The step that compiles moves into the builder stage; what it installs for the container stays: bash for the entrypoint,
# libmagic for python-magic. What COPY and curl put below /usr/local/bin is no program of pip's.
FROM python:3.12-alpine3.24
WORKDIR /srv
COPY requirements.txt .
RUN apk add --no-cache --virtual .build-deps gcc musl-dev libpq-dev \
    && apk add --no-cache libmagic bash curl \
    && pip install --no-cache-dir -r requirements.txt \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
RUN curl -fsSLo /usr/local/bin/seed https://files.example.org/seed.sh && chmod +x /usr/local/bin/seed && /usr/local/bin/seed
COPY docker/entry*.sh /usr/local/bin/
RUN chmod +x /usr/local/bin/entrypoint.sh
COPY app app
ENTRYPOINT ["/usr/local/bin/entrypoint.sh"]
CMD ["gunicorn", "app:wsgi"]
