FROM python:3.13-alpine AS builder
# alpinize: left out: our-own-headers-dev (No Alpine package is known for our-own-headers-dev.)
RUN apk add --no-cache gcc musl-dev
RUN pip wheel --wheel-dir /wheels psycopg2==2.9.10

FROM python:3.13-alpine
RUN apk add --no-cache libpq
COPY --from=builder /wheels /wheels
RUN pip install --no-cache-dir /wheels/*.whl
