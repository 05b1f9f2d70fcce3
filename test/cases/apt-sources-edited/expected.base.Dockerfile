FROM php:8.3-cli-alpine
# An old release is served elsewhere.
RUN if grep -q stretch /etc/os-release; then \
        sed -i -e 's/deb.debian.org/archive.debian.org/g' \
               -e '/buster-updates/d' /etc/apt/sources.list; \
        apt-get update && apt-get install -y debian-archive-keyring; \
    fi
RUN sed -i 's/http:/https:/' /etc/apt/sources.list && sed -i 's/a/b/' /etc/apt/sources.list /etc/hosts.allow
RUN apt-get update && apt-get install -y git
