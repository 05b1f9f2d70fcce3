# syntax=docker/dockerfile:1
# The shell that reads the text may stand behind the heredoc too.
FROM alpine:3.24
RUN <<EOF bash
set -euo pipefail
apt-get update
apt-get install -y --no-install-recommends curl
rm -rf /var/lib/apt/lists/*
EOF
RUN <<'EOF' /bin/bash -x
names=(in out)
for name in "${names[@]}"; do mkdir -p "/srv/$name"; done
EOF
CMD ["curl", "--version"]
