# A web application as generators write it: shared base, build stage, own user
ARG RUBY_VERSION=3.4
FROM docker.io/library/ruby:$RUBY_VERSION-alpine3.24 AS base
WORKDIR /web

# libvips is a virtual package of Debian's, and the folder of its libraries hangs on the machine
RUN apk add --no-cache curl jemalloc vips vips-cpp && \
    ln -s /usr/lib/libjemalloc.so.2 /usr/local/lib/libjemalloc.so
ENV BUNDLE_PATH="/usr/local/bundle" \
    LD_PRELOAD="/usr/local/lib/libjemalloc.so"

FROM base AS build
RUN apk add --no-cache tzdata build-base git yaml-dev pkgconf python3

# Node.js of a fixed version, built for glibc
ARG NODE_VERSION=22.20.0
ENV PATH=/usr/local/node/bin:$PATH
RUN apk add --no-cache libstdc++ && \
    curl -sL https://github.com/nodenv/node-build/archive/main.tar.gz | tar xz -C /tmp/ && \
    mkdir -p /usr/local/node && wget -qO- "https://unofficial-builds.nodejs.org/download/release/v${NODE_VERSION}/node-v${NODE_VERSION}-linux-x64-musl.tar.gz" | tar xz -C /usr/local/node --strip-components=1 && \
    rm -rf /tmp/node-build-main
COPY Gemfile Gemfile.lock ./
RUN bundle install
COPY . .
RUN ./bin/rails assets:precompile

FROM base
RUN apk add --no-cache tzdata
# The number of the group is taken, so that the user's own gets another one
RUN addgroup -S -g 1000 files && \
    addgroup web && adduser -D -G web web -u 1000 -s /bin/sh
COPY --chown=web:files --from=build "${BUNDLE_PATH}" "${BUNDLE_PATH}"
COPY --chown=web:files --from=build /web /web
USER web
CMD ["./bin/thrust", "./bin/rails", "server"]
