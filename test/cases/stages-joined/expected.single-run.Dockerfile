FROM python:3.13-alpine AS builder
RUN apk add --no-cache gcc musl-dev libpq-dev
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir psycopg2==2.9.10

FROM python:3.13-alpine AS runtime
RUN apk add --no-cache libpq
COPY --from=builder /venv /venv
CMD ["/venv/bin/python"]
