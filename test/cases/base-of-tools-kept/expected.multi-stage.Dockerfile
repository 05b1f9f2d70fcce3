FROM alpine:3.24 AS build
RUN apk add --no-cache build-base
WORKDIR /src
COPY . .
RUN make && make install
RUN ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /src /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | sort -u > /opt/run-deps )

FROM alpine:3.24
WORKDIR /src
COPY . .
COPY --from=build /opt/run-deps /opt/run-deps
RUN xargs -rt apk add --no-cache < /opt/run-deps
COPY --from=build /usr/local /usr/local
CMD ["tool"]
