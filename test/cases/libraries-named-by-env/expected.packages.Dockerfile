# A library that is opened by its name without a version, which lies in the package of the headers
FROM python:3.13-alpine3.24
RUN apk add --no-cache g++ gdal-dev geos-dev libpq-dev
ENV GDAL_LIBRARY_PATH=/usr/lib/libgdal.so GEOS_LIBRARY_PATH=/usr/lib/libgeos_c.so
RUN pip install --no-cache-dir psycopg2
CMD ["gunicorn", "app"]
