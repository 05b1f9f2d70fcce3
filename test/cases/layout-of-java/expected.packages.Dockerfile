FROM alpine:3.24 AS one
RUN apk add --no-cache openjdk17-jdk
ENV JAVA_HOME=/usr/lib/jvm/java-17-openjdk \
    PATH=/usr/lib/jvm/java-17-openjdk/bin:$PATH
RUN echo "export JAVA_HOME=/usr/lib/jvm/java-17-openjdk" >> /root/.profile
ENTRYPOINT ["/usr/lib/jvm/java-17-openjdk/bin/java", "-version"]

FROM alpine:3.24
RUN apk add --no-cache openjdk17-jre-headless
ENV JAVA_HOME /usr/lib/jvm/default-jvm
COPY --from=one /usr/lib/jvm/java-17-openjdk/lib/security/cacerts /cacerts
CMD ["java", "-version"]
