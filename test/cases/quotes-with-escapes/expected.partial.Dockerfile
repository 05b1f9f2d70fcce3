FROM alpine:3.24
# alpinize: `bash` runs commands of Debian's in quotes that cannot be changed. Write them as steps of their own.
# RUN bash -c "apt-get update && for one in curl jq; do apt-get install -y \$one; done"
