FROM alpine:3.24
RUN apt-get update && apt-get install -y $(cat /tmp/packages.txt)
RUN xargs apt-get install -y < /tmp/packages.txt
