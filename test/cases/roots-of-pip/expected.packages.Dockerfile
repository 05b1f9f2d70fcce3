FROM python:3.13-alpine
RUN apk add --no-cache gcc musl-dev libpq-dev
COPY requirements.txt .
RUN pip install --target /opt/libraries -r requirements.txt
RUN python -m venv /venv && /venv/bin/pip install psycopg2==2.9.10
CMD ["python"]
