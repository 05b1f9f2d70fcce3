# What a step needs besides joins the build dependencies of the RUN, although other packages of the same list stay.
FROM alpine:3.24 AS build
RUN apk add --no-cache linux-headers build-base ca-certificates curl openssl-dev \
    && curl -fsSL https://example.org/proxy.tar.gz | tar -xz -C /tmp && cd /tmp/proxy && ./configure && make install \
    && cd / && rm -rf /tmp/proxy
RUN ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | sort -u > /opt/run-deps )

FROM alpine:3.24
RUN apk add --no-cache ca-certificates curl
COPY --from=build /opt/run-deps /opt/run-deps
RUN xargs -rt apk add --no-cache < /opt/run-deps
COPY --from=build /usr/local /usr/local
CMD ["proxy"]
