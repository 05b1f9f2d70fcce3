# Here Debian's Python 2 is called by its path.
FROM python:3.9-alpine3.22 AS job
RUN apt-get update && apt-get install -y python-boto && rm -rf /var/lib/apt/lists/*
COPY job.py /job.py
RUN /usr/bin/python /job.py > /buckets.txt

# The image's Python is in /usr/local, and sees nothing of what Debian's packages of Python 2 bring.
FROM python:3.13-alpine3.24
RUN apt-get update && apt-get install -y --no-install-recommends gcc python-dev python-lxml && rm -rf /var/lib/apt/lists/*
COPY requirements.txt app.py ./
RUN pip install -r requirements.txt
COPY --from=job /buckets.txt ./
CMD ["python", "app.py"]
