# A RUN that has a virtual package of that name: a second one would take the place of what the first holds
FROM alpine:3.22 AS build
RUN apk add --no-cache gcc musl-dev
COPY . /src
RUN apk add -U --virtual .build-deps make && make -C /src install && apk del .build-deps
RUN ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /src /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | sort -u > /opt/run-deps )

FROM alpine:3.22
COPY . /src
COPY --from=build /opt/run-deps /opt/run-deps
RUN xargs -rt apk add --no-cache < /opt/run-deps
COPY --from=build /usr/local /usr/local
CMD ["tool"]
