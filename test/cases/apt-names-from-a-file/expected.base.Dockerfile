FROM alpine:3.24
COPY packages.txt /tmp/packages.txt
RUN apt-get update && apt-get install -y $(cat /tmp/packages.txt) && rm -rf /var/lib/apt/lists/*
RUN xargs apt-get install -y < /tmp/packages.txt
