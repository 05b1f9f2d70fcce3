FROM python:3.13-alpine
RUN apt-get update \
    # compilers
    && apt-get install -y --no-install-recommends \
        # for the wheels
        gcc \
        libffi-dev \
        # psycopg2
        libpq-dev \
    # the lists are not needed any more
    && rm -rf /var/lib/apt/lists/*
# the application
RUN pip install psycopg2==2.9.10
