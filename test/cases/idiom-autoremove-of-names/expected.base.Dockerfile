FROM python:3.12-alpine3.24
RUN apt-get update && apt-get install -y --no-install-recommends build-essential curl \
    && pip install uwsgi==2.0.28 \
    && apt-get autoremove -y --purge build-essential \
    && apt-get autoremove -y && rm -rf /var/lib/apt/lists/*
CMD ["bash"]
