FROM alpine:3.24
# alpinize: left out: "$@" (What `"$@"` stands for is only known while the image is built. Write the names of the packages into the Dockerfile.)
RUN add() { :; } \
 && add curl git && (apk add --no-cache jq) \
 && for package in zip unzip; do apk add --no-cache $package; done
