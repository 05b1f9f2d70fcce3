FROM alpine:3.24
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
RUN if [[ -n "$HOME" ]]; then source /etc/profile; fi
RUN curl -fsSL https://example.com/list | sort > /list
