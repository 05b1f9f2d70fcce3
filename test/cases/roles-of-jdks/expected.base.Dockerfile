# What builds and runs: a JDK, where the container starts java
FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends make maven openjdk-17-jdk-headless && rm -rf /var/lib/apt/lists/*
COPY . /src
RUN cd /src && make && mvn package
CMD ["java", "-jar", "/src/target/app.jar"]
