# A web application as generators write it: shared base, build stage, own user
ARG RUBY_VERSION=3.4
FROM docker.io/library/ruby:$RUBY_VERSION-alpine3.24 AS base
WORKDIR /web

# libvips is a virtual package of Debian's, and the folder of its libraries hangs on the machine
RUN apt-get update -qq && \
    apt-get install --no-install-recommends -y curl libjemalloc2 libvips && \
    ln -s /usr/lib/$(uname -m)-linux-gnu/libjemalloc.so.2 /usr/local/lib/libjemalloc.so && \
    rm -rf /var/lib/apt/lists /var/cache/apt/archives
ENV BUNDLE_PATH="/usr/local/bundle" \
    LD_PRELOAD="/usr/local/lib/libjemalloc.so"

FROM base AS build
RUN apt-get update -qq && \
    apt-get install --no-install-recommends -y build-essential git libyaml-dev node-gyp pkg-config python-is-python3 && \
    rm -rf /var/lib/apt/lists /var/cache/apt/archives

# Node.js of a fixed version, built for glibc
ARG NODE_VERSION=22.20.0
ENV PATH=/usr/local/node/bin:$PATH
RUN curl -sL https://github.com/nodenv/node-build/archive/main.tar.gz | tar xz -C /tmp/ && \
    /tmp/node-build-main/bin/node-build "${NODE_VERSION}" /usr/local/node && \
    rm -rf /tmp/node-build-main
COPY Gemfile Gemfile.lock ./
RUN bundle install
COPY . .
RUN ./bin/rails assets:precompile

FROM base
# The number of the group is taken, so that the user's own gets another one
RUN groupadd --system --gid 1000 files && \
    useradd web --uid 1000 --create-home --shell /bin/bash
COPY --chown=web:files --from=build "${BUNDLE_PATH}" "${BUNDLE_PATH}"
COPY --chown=web:files --from=build /web /web
USER web
CMD ["./bin/thrust", "./bin/rails", "server"]
