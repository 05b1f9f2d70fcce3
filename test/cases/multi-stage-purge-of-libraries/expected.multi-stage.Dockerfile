# What a stage only builds with stays there: the list of run-time libraries is made of what is installed.
FROM alpine:3.24 AS build
RUN apk add --no-cache cmake curl-dev
COPY . /src
RUN apk add --no-cache build-base boost-dev \
    && cmake -S /src -B /src/build && cmake --build /src/build && cmake --install /src/build \
    && rm -rf /src
RUN ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | sort -u > /opt/run-deps )

FROM alpine:3.24
COPY . /src
COPY --from=build /opt/run-deps /opt/run-deps
RUN xargs -rt apk add --no-cache < /opt/run-deps
COPY --from=build /usr/local /usr/local
CMD ["server"]
