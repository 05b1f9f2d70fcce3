# gcc is Debian with a compiler of its own: Alpine's takes its place.
FROM alpine:3.24 AS build
WORKDIR /src
COPY . .
RUN make && make install DESTDIR=/out

FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends libstdc++6 && rm -rf /var/lib/apt/lists/*
COPY --from=build /out/usr/local/bin/tool /usr/local/bin/
CMD ["tool"]
