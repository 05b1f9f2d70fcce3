# Here Debian's Python 2 is called by its path.
FROM python:3.9-buster AS job
RUN apt-get update && apt-get install -y python-boto && rm -rf /var/lib/apt/lists/*
COPY job.py /job.py
RUN /usr/bin/python /job.py > /buckets.txt

# The image's Python is in /usr/local, and sees nothing of what Debian's packages of Python 2 bring.
FROM python:3.13-alpine3.24 AS build
RUN apk add --no-cache gcc musl-dev
COPY requirements.txt app.py ./
RUN python -m venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
RUN pip install -r requirements.txt
RUN ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /opt/venv /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | sort -u > /opt/run-deps )

FROM python:3.13-alpine3.24
COPY requirements.txt app.py ./
COPY --from=build /opt/run-deps /opt/run-deps
RUN xargs -rt apk add --no-cache < /opt/run-deps
ENV PATH=/opt/venv/bin:$PATH
COPY --from=build /opt/venv /opt/venv
COPY --from=job /buckets.txt ./
CMD ["python", "app.py"]
