# The script calls gunicorn by a path that it does not have in a virtual environment.
FROM python:3.12-alpine3.24
RUN apk add --no-cache gcc musl-dev libpq-dev
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY docker/start.sh /
CMD ["/start.sh"]
