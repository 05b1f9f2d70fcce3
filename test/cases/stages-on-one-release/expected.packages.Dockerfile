# Debian has one version of a library for all stages, Alpine another in each release: golang 1.20 has no newer one than 3.19.
FROM golang:1.20-alpine3.19 AS search
RUN apk add --no-cache gcc musl-dev icu-dev
COPY search/ /src/
RUN cd /src && go build -o /usr/local/bin/search .

FROM alpine:3.19
RUN apk add --no-cache icu-libs icu-data-full
COPY --from=search /usr/local/bin/search /usr/local/bin/
CMD ["search"]
