FROM alpine:3.24
RUN bash -c "apt-get update && apt-get install -y curl"
RUN sh -c 'apt-get install -y git && rm -rf /var/lib/apt/lists/*'
