# Debian has one version of a library for all stages, Alpine another in each release: golang 1.20 has no newer one than 3.19.
FROM golang:1.20-alpine3.19 AS search
RUN apt-get update && apt-get install -y --no-install-recommends libicu-dev && rm -rf /var/lib/apt/lists/*
COPY search/ /src/
RUN cd /src && go build -o /usr/local/bin/search .

FROM alpine:3.19
RUN apt-get update && apt-get install -y --no-install-recommends libicu72 && rm -rf /var/lib/apt/lists/*
COPY --from=search /usr/local/bin/search /usr/local/bin/
CMD ["search"]
