# Text that is handed to another shell has quotes of its own behind backslashes; what has other escapes stops.
FROM alpine:3.24
ARG UID=1000
ARG GID=1000
RUN bash -c "set -o pipefail && apt-get update \
  && apt-get install -y --no-install-recommends curl \
  && rm -rf /var/lib/apt/lists/* \
  && groupadd -g \"${GID}\" app \
  && useradd --create-home --no-log-init -u \"${UID}\" -g \"${GID}\" app \
  && chown \"app:app\" /srv"
