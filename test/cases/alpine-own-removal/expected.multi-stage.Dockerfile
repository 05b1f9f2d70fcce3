# `apk del tcl` is the author's own affair: our group ends behind it.
FROM alpine:3.22 AS build
RUN apk add --no-cache tcl curl && tclsh /setup.tcl
RUN apk add --no-cache make gcc musl-dev \
    && make -C /srv install \
    && apk del tcl \
    && rm -rf /tmp/build
RUN ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /srv /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | sort -u > /opt/run-deps )

FROM alpine:3.22
RUN apk add --no-cache tcl curl && tclsh /setup.tcl
COPY --from=build /opt/run-deps /opt/run-deps
RUN xargs -rt apk add --no-cache < /opt/run-deps
COPY --from=build /usr/local /usr/local
CMD ["/usr/local/bin/served"]
