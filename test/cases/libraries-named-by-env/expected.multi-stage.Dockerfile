# A library that is opened by its name without a version, which lies in the package of the headers
FROM python:3.13-alpine3.24 AS build
RUN apk add --no-cache g++ gdal-dev geos-dev libpq-dev
ENV GDAL_LIBRARY_PATH=/usr/lib/libgdal.so GEOS_LIBRARY_PATH=/usr/lib/libgeos_c.so
RUN python -m venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
RUN pip install --no-cache-dir psycopg2
RUN ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /opt/venv /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | sort -u > /opt/run-deps )

FROM python:3.13-alpine3.24
RUN apk add --no-cache gdal-dev geos-dev
ENV GDAL_LIBRARY_PATH=/usr/lib/libgdal.so GEOS_LIBRARY_PATH=/usr/lib/libgeos_c.so
COPY --from=build /opt/run-deps /opt/run-deps
RUN xargs -rt apk add --no-cache < /opt/run-deps
ENV PATH=/opt/venv/bin:$PATH
COPY --from=build /opt/venv /opt/venv
CMD ["gunicorn", "app"]
