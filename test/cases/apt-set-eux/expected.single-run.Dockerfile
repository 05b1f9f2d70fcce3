FROM alpine:3.24
RUN set -eux; \
	apk add --no-cache \
		ca-certificates \
		curl \
	; \
	curl --version
