FROM alpine:3.24 AS build
RUN apk add --no-cache linux-headers \
    build-base ca-certificates curl openssl-dev zlib-dev
ARG VERSION=1.2.3
RUN mkdir -p /usr/src && curl -fsSL https://example.com/tool-$VERSION.tar.gz | tar -xz -C /usr/src \
 && cd /usr/src/tool-$VERSION && ./configure && make -j"$(nproc)" && make install \
 && rm -rf /usr/src/tool-$VERSION
RUN ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | sort -u > /opt/run-deps )

FROM alpine:3.24
RUN apk add --no-cache ca-certificates curl
ARG VERSION=1.2.3
# built from source, as no release is new enough
COPY --from=build /opt/run-deps /opt/run-deps
RUN xargs -rt apk add --no-cache < /opt/run-deps
COPY --from=build /usr/local /usr/local
USER nobody
CMD ["tool", "--serve"]
