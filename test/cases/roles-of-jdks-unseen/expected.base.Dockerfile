# What a script starts, nobody knows
FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends make openjdk-17-jdk-headless && rm -rf /var/lib/apt/lists/*
COPY . /src
RUN make -C /src
CMD ["/src/start.sh"]
