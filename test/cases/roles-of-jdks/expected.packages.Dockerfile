# What builds and runs: a JDK, where the container starts java
FROM alpine:3.24
RUN apk add --no-cache make maven openjdk17-jdk
COPY . /src
RUN cd /src && make && mvn package
CMD ["java", "-jar", "/src/target/app.jar"]
