FROM alpine:3.24
COPY packages.txt /tmp/packages.txt
RUN apt-get update && apt-get install -y $(cat /tmp/packages.txt) && rm -rf /var/lib/apt/lists/*
RUN xargs apt-get install -y < /tmp/packages.txt
WORKDIR /tmp
RUN apt-get update && grep -vE "^\s*#" packages.txt | xargs -r apt-get install -y --no-install-recommends && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y $(grep -vE "^\s*#" packages.txt  | tr "\n" " ")
