# What builds and runs: a JDK, where the container starts java
FROM alpine:3.24
RUN apk add --no-cache openjdk17-jdk
COPY . /src
RUN apk add --no-cache --virtual .build-deps make maven \
    && cd /src && make && mvn package \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /src /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
CMD ["java", "-jar", "/src/target/app.jar"]
