FROM alpine:3.24 AS aws
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl unzip && rm -rf /var/lib/apt/lists/*
WORKDIR /tmp
RUN curl -fsSLO https://awscli.amazonaws.com/awscli-exe-linux-x86_64.zip
RUN unzip -q awscli-exe-linux-x86_64.zip && ./aws/install && rm -r aws awscli-exe-linux-x86_64.zip

FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl && rm -rf /var/lib/apt/lists/*
# The folder of the installer, which no package has.
COPY --from=aws /usr/local/aws-cli /usr/local/aws-cli
RUN ln -s /usr/local/aws-cli/v2/current/bin/aws /usr/local/bin/aws
# A version of its own.
RUN curl -fsSL https://get.docker.com | sh -s -- --version 27.5
ENTRYPOINT ["aws"]
