# Alpine's two packages of Kerberos headers bring the same files, Debian's do not.
FROM alpine:3.24 AS build
RUN apk add --no-cache linux-headers gcc musl-dev make krb5-dev
RUN apk add --no-cache heimdal-dev
COPY . /src
RUN make -C /src install

FROM alpine:3.24
COPY --from=build /usr/local/ /usr/local/
CMD ["server"]
