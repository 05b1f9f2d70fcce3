# The script calls gunicorn by a path that it does not have in a virtual environment.
FROM python:3.12-alpine3.24
RUN apt-get update && apt-get install -y --no-install-recommends gcc libpq-dev && rm -rf /var/lib/apt/lists/*
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY docker/start.sh /
CMD ["/start.sh"]
