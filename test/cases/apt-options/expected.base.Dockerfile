FROM alpine:3.24
RUN apt-get -qq update \
 && apt-get install -y -q -o Dpkg::Options::="--force-confold" --no-install-recommends curl ca-certificates \
 && apt-get install -y nano --no-install-suggests=true less=590-* procps:amd64 \
 && apt-get install --yes -t bookworm-backports git \
 && apt-get clean
CMD ["bash"]
