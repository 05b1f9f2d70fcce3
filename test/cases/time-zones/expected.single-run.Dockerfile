# The zone by its name, which only Debian's tzdata reads
FROM alpine:3.24 AS named
RUN apk add --no-cache tzdata \
    && echo "Europe/Berlin" > /etc/timezone && ln -sf "/usr/share/zoneinfo/$(cat /etc/timezone)" /etc/localtime
CMD ["date"]

# by a link, which needs nothing more
FROM alpine:3.24 AS linked
RUN apk add --no-cache tzdata \
    && ln -sf /usr/share/zoneinfo/Asia/Tokyo /etc/localtime
CMD ["date"]

# and not at all
FROM alpine:3.24
COPY --from=named /etc/localtime /etc/localtime
COPY --from=linked /etc/localtime /tmp/tokyo
CMD ["date"]
