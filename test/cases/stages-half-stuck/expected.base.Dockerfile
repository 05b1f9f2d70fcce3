FROM python:3.13-alpine AS builder
RUN apt-get update && apt-get install -y gcc our-own-headers-dev
RUN pip wheel --wheel-dir /wheels psycopg2==2.9.10

FROM python:3.13-alpine
COPY --from=builder /wheels /wheels
RUN pip install /wheels/*.whl
