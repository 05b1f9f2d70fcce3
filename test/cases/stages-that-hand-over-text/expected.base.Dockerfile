# Alpine has none of this program's repository: the stage stays on Debian, and hands over text only.
FROM alpine:3.24 AS schema
RUN apt-get update && apt-get install -y --no-install-recommends diffstat make
COPY schema/ /schema/
RUN make -C /schema all

# The same for a compiled file.
FROM debian:bookworm AS tool
RUN apt-get update && apt-get install -y --no-install-recommends diffstat gcc libc6-dev make
COPY tool/ /tool/
RUN make -C /tool all

FROM nginx:1.29-alpine3.23
RUN apt-get update && apt-get install -y --no-install-recommends gettext-base && rm -rf /var/lib/apt/lists/*
COPY --from=schema /schema/out/schema.json /schema/out/LICENSE.txt /etc/nginx/
COPY --from=schema /schema/out/site /usr/share/nginx/html
