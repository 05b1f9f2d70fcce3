FROM alpine:3.24 AS one
RUN apt-get update && apt-get install -y openjdk-17-jdk-headless
ENV JAVA_HOME=/usr/lib/jvm/java-17-openjdk-amd64 \
    PATH=/usr/lib/jvm/java-17-openjdk-amd64/bin:$PATH
RUN echo "export JAVA_HOME=/usr/lib/jvm/java-1.17.0-openjdk-amd64" >> /root/.profile
ENTRYPOINT ["/usr/lib/jvm/java-17-openjdk-amd64/bin/java", "-version"]

FROM alpine:3.24
RUN apt-get update && apt-get install -y default-jre-headless
ENV JAVA_HOME /usr/lib/jvm/default-java
COPY --from=one /usr/lib/jvm/java-17-openjdk-amd64/lib/security/cacerts /cacerts
CMD ["java", "-version"]
