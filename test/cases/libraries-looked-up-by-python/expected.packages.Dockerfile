# Django's maps ask Python where GDAL is, which the official images for Alpine cannot tell; psycopg brings its library along.
FROM python:3.12-alpine3.24
RUN apk add --no-cache gdal-tools
RUN pip install --no-cache-dir django "psycopg[binary]>=3.2"
CMD ["python", "manage.py", "runserver"]
