# What a script starts, nobody knows
FROM alpine:3.24
RUN apk add --no-cache openjdk17-jdk
COPY . /src
RUN apk add --no-cache --virtual .build-deps make \
    && make -C /src \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /src /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
CMD ["/src/start.sh"]
