FROM python:3.12-alpine3.24
RUN set -eux; \
	apk add --no-cache gcc musl-dev libpq-dev; \
	pip install --no-cache-dir psycopg2==2.9.10; \
	python -c 'import psycopg2'
CMD ["python3"]
