# The Python of the image does not see modules of Debian's; gettext alone is for compilemessages.
FROM python:3.12-alpine3.24
RUN apk add --no-cache gcc musl-dev libpq-dev gettext
RUN pip install --no-cache-dir psycopg2==2.9.10
COPY . .
RUN python manage.py compilemessages
CMD ["gunicorn", "config.wsgi"]
