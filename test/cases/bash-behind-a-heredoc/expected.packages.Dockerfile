# syntax=docker/dockerfile:1
# The shell that reads the text may stand behind the heredoc too.
FROM alpine:3.24
RUN <<EOF sh
set -euo pipefail
apk add --no-cache bash curl
EOF
RUN <<'EOF' /bin/bash -x
names=(in out)
for name in "${names[@]}"; do mkdir -p "/srv/$name"; done
EOF
CMD ["curl", "--version"]
