FROM alpine:3.24 AS aws
RUN apk add --no-cache ca-certificates curl unzip
WORKDIR /tmp
# alpinize: AWS CLI 2 is built for glibc, so Alpine says `not found` when it starts. Use `apk add aws-cli`.
RUN curl -fsSLO https://awscli.amazonaws.com/awscli-exe-linux-x86_64.zip
RUN unzip -q awscli-exe-linux-x86_64.zip && ./aws/install && rm -r aws awscli-exe-linux-x86_64.zip

FROM alpine:3.24
RUN apk add --no-cache ca-certificates curl
# The folder of the installer, which no package has.
COPY --from=aws /usr/local/aws-cli /usr/local/aws-cli
RUN ln -s /usr/local/aws-cli/v2/current/bin/aws /usr/local/bin/aws
# A version of its own.
# alpinize: What this script installs is built for glibc, so Alpine says `not found` when it starts. Use Alpine's package of it, or keep this stage on Debian.
RUN curl -fsSL https://get.docker.com | sh -s -- --version 27.5
ENTRYPOINT ["aws"]
