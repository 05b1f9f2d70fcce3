# A script that calls apt-get stops its stage, wherever the folder that it came with was copied from.
FROM alpine:3.24 AS tools
COPY build /tmp/build
RUN bash /tmp/build/packages.sh && rm -rf /tmp/build

FROM alpine:3.24 AS files
COPY build/files.sh /usr/local/bin/files
WORKDIR /out
RUN files && ./generated.sh
COPY . .
RUN ./generated.sh

FROM alpine:3.24
COPY --from=tools /usr/bin/jq /usr/bin/jq
COPY --from=files /out /srv
CMD ["jq", "--version"]
