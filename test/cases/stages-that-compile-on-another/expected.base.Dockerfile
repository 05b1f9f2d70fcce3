# What is deleted in the stage below is added again where a stage on it compiles
FROM python:3.13-alpine AS base
RUN apt-get update && apt-get install -y --no-install-recommends gcc libpq-dev make && rm -rf /var/lib/apt/lists/*
RUN pip install psycopg2==2.9.10

FROM base AS development
RUN pip install pyzmq==25.1.0
RUN make --version

FROM base AS text
RUN pip install gunicorn==23.0.0

FROM base
RUN pip install lxml==4.9.1
USER nobody
CMD ["gunicorn"]
