# The zone by its name, which only Debian's tzdata reads
FROM alpine:3.24 AS named
RUN echo "Europe/Berlin" > /etc/timezone && dpkg-reconfigure -f noninteractive tzdata
CMD ["date"]

# by a link, which needs nothing more
FROM alpine:3.24 AS linked
RUN apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y tzdata \
    && ln -sf /usr/share/zoneinfo/Asia/Tokyo /etc/localtime \
    && dpkg-reconfigure --frontend noninteractive tzdata
CMD ["date"]

# and not at all
FROM alpine:3.24
RUN dpkg-reconfigure -f noninteractive tzdata locales && dpkg-reconfigure -f noninteractive tzdata
COPY --from=named /etc/localtime /etc/localtime
COPY --from=linked /etc/localtime /tmp/tokyo
CMD ["date"]
