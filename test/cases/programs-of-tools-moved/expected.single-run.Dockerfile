FROM alpine:3.24
RUN apk add --no-cache openjdk17-jdk
COPY . /src
WORKDIR /src
RUN apk add --no-cache --virtual .build-deps \
        apache-ant maven gcc musl-dev pkgconf \
    && ./install.sh \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /src /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
# No compiler is called here, only the tools by their names.
RUN apk add --no-cache --virtual .build-deps maven \
    && mvn -q package && cp target/app.jar /app.jar \
    && apk del --no-network .build-deps
RUN apk add --no-cache --virtual .build-deps apache-ant \
    && ant dist \
    && apk del --no-network .build-deps
RUN apk add --no-cache --virtual .build-deps pkgconf \
    && pkg-config --version > /tools.txt \
    && apk del --no-network .build-deps
CMD ["java", "-jar", "/app.jar"]
