# The Python of the image does not see modules of Debian's; gettext alone is for compilemessages.
FROM python:3.12-alpine3.24
RUN apk add --no-cache gettext
RUN apk add --no-cache --virtual .build-deps gcc musl-dev libpq-dev \
    && pip install --no-cache-dir psycopg2==2.9.10 \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
COPY . .
RUN python manage.py compilemessages
CMD ["gunicorn", "config.wsgi"]
