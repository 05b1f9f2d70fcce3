# Both images name packages of Python 2 that nothing in them runs.
FROM alpine:3.24 AS tools
RUN apk add --no-cache linux-headers gcc musl-dev make
COPY src/ /src/
RUN make -C /src install

FROM alpine:3.24
RUN apk add --no-cache nginx
COPY --from=tools /usr/local/ /usr/local/
CMD ["nginx", "-g", "daemon off;"]
