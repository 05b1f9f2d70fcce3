FROM alpine:3.24
RUN apt-get update \
 && for package in \
      zip lsb-release \
      # for the tests
      "build-essential"; \
    do apt-get install -y --no-install-{recommends,suggests} "$package" || exit 1; done
