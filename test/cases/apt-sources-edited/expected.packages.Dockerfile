FROM php:8.3-cli-alpine
# An old release is served elsewhere.
RUN if grep -q stretch /etc/os-release; then \
        :; \
    fi
RUN sed -i 's/a/b/' /etc/hosts.allow
RUN apk add --no-cache git
