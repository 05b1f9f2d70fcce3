FROM python:3.13-alpine AS builder
RUN apt-get update && apt-get install -y gcc libpq-dev
RUN python -m venv /venv && /venv/bin/pip install psycopg2==2.9.10

FROM python:3.13-alpine AS runtime
RUN apt-get update && apt-get install -y libpq5 && rm -rf /var/lib/apt/lists/*
COPY --from=builder /venv /venv
CMD ["/venv/bin/python"]
