# A RUN that has a virtual package of that name: a second one would take the place of what the first holds
FROM alpine:3.22
COPY . /src
RUN apk add --no-cache --virtual .build-deps-2 gcc musl-dev \
    && apk add -U --virtual .build-deps make && make -C /src install && apk del .build-deps \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /src /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps-2
CMD ["tool"]
