# Alpine's two packages of Kerberos headers bring the same files, Debian's do not.
FROM alpine:3.24 AS build
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev make libkrb5-dev
RUN apt-get update && apt-get install -y --no-install-recommends heimdal-dev
COPY . /src
RUN make -C /src install

FROM alpine:3.24
COPY --from=build /usr/local/ /usr/local/
CMD ["server"]
