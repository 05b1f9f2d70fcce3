FROM alpine:3.24
RUN bash -c "apt-get update && for one in curl jq; do apt-get install -y \$one; done"
