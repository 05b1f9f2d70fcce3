# Text that is handed to another shell has quotes of its own behind backslashes; what has other escapes stops.
FROM alpine:3.24
ARG UID=1000
ARG GID=1000
RUN apk add --no-cache bash \
    && bash -c "set -o pipefail && apk add --no-cache curl \
  && addgroup -g \"${GID}\" app \
  && adduser -D -u \"${UID}\" -G app app \
  && chown \"app:app\" /srv"
