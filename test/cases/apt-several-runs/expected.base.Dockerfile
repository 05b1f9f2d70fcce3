FROM alpine:3.24
RUN apt-get update
RUN apt-get install -y curl
RUN apt-get install -y git \
    && git --version
RUN apt-get clean
RUN rm -rf /var/lib/apt/lists/*
CMD ["git"]
