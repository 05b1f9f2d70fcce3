# What a stage only builds with stays there: the list of run-time libraries is made of what is installed.
FROM alpine:3.24
COPY . /src
RUN apk add --no-cache --virtual .build-deps cmake curl-dev build-base boost-dev \
    && cmake -S /src -B /src/build && cmake --build /src/build && cmake --install /src/build \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps \
    && rm -rf /src
CMD ["server"]
