# What a script starts, nobody knows
FROM alpine:3.24
RUN apk add --no-cache make openjdk17-jdk
COPY . /src
RUN make -C /src
CMD ["/src/start.sh"]
