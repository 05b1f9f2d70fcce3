# gcc is Debian with a compiler of its own: Alpine's takes its place.
FROM alpine:3.24 AS build
RUN apk add --no-cache build-base
WORKDIR /src
COPY . .
RUN make && make install DESTDIR=/out

FROM alpine:3.24
RUN apk add --no-cache libstdc++
COPY --from=build /out/usr/local/bin/tool /usr/local/bin/
CMD ["tool"]
