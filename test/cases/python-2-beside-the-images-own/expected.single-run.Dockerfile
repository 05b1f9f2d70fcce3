# Here Debian's Python 2 is called by its path.
FROM python:3.9-buster AS job
RUN apt-get update && apt-get install -y python-boto && rm -rf /var/lib/apt/lists/*
COPY job.py /job.py
RUN /usr/bin/python /job.py > /buckets.txt

# The image's Python is in /usr/local, and sees nothing of what Debian's packages of Python 2 bring.
FROM python:3.13-alpine3.24
COPY requirements.txt app.py ./
RUN apk add --no-cache --virtual .build-deps gcc musl-dev \
    && pip install --no-cache-dir -r requirements.txt \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
COPY --from=job /buckets.txt ./
CMD ["python", "app.py"]
