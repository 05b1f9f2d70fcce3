# A library that is opened by its name without a version, which lies in the package of the headers
FROM python:3.13-alpine3.24
RUN apk add --no-cache gdal-dev geos-dev
ENV GDAL_LIBRARY_PATH=/usr/lib/libgdal.so GEOS_LIBRARY_PATH=/usr/lib/libgeos_c.so
RUN apk add --no-cache --virtual .build-deps g++ libpq-dev \
    && pip install --no-cache-dir psycopg2 \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
CMD ["gunicorn", "app"]
