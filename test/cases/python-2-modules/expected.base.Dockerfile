FROM alpine:3.15

RUN apt-get update && apt-get install -y --no-install-recommends \
        python \
        python-boto \
        python-matplotlib \
        python-pip \
        python-serial \
    && rm -rf /var/lib/apt/lists/*

RUN pip install pexpect

COPY plot.py /app/
CMD ["python", "/app/plot.py"]
