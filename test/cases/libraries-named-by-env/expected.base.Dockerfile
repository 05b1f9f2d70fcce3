# A library that is opened by its name without a version, which lies in the package of the headers
FROM python:3.13-alpine3.24
RUN apt-get update && apt-get install -y --no-install-recommends g++ libgdal-dev libgeos-dev libpq-dev && rm -rf /var/lib/apt/lists/*
ENV GDAL_LIBRARY_PATH=/usr/lib/libgdal.so GEOS_LIBRARY_PATH=/usr/lib/x86_64-linux-gnu/libgeos_c.so
RUN pip install --no-cache-dir psycopg2
CMD ["gunicorn", "app"]
