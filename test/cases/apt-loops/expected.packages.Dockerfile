FROM alpine:3.24
RUN for package in \
      zip \
      # for the tests
      "build-base"; \
    do apk add --no-cache $package || exit 1; done
