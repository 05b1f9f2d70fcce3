FROM python:3.12-slim

# What the image needs to build wheels.
RUN apt-get update \
    # compilers
    && apt-get install -y gcc g++ \
    # libraries \
    && apt-get install -y libxml2-dev libxslt1-dev \

    # blank line above, this goes on
    && rm -rf /var/lib/apt/lists/*

COPY pyproject.toml poetry.lock ./
RUN pip install poetry==1.8.3 && poetry install --only main --no-root
