# The Python of the image does not see modules of Debian's; gettext alone is for compilemessages.
FROM python:3.12-alpine3.24
RUN apt-get update && apt-get install -y --no-install-recommends gcc libpq-dev gettext python3-numpy && rm -rf /var/lib/apt/lists/*
RUN pip install --no-cache-dir psycopg2==2.9.10
COPY . .
RUN python manage.py compilemessages
CMD ["gunicorn", "config.wsgi"]
