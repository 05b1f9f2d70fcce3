FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends apt-transport-https lsb-release netbase dirmngr libc6-dev libstdc++6 language-pack-en
