# What Phoenix's generator makes starts from images of Hex.
ARG ELIXIR_VERSION=1.17.3
ARG OTP_VERSION=27.1.2
ARG DEBIAN_VERSION=bookworm-20241016-slim
ARG BUILDER_IMAGE="elixir:${ELIXIR_VERSION}-otp-27-alpine"
ARG RUNNER_IMAGE="alpine:3.24"

FROM ${BUILDER_IMAGE} AS builder
RUN apk add --no-cache build-base git
WORKDIR /app
ENV MIX_ENV=prod
COPY . .
RUN mix local.hex --force && mix local.rebar --force && mix deps.get --only prod && mix release

FROM ${RUNNER_IMAGE}
RUN apk add --no-cache libstdc++ openssl ncurses-libs ca-certificates
WORKDIR /app
COPY --from=builder --chown=nobody:root /app/_build/prod/rel/shop ./
USER nobody
CMD ["/app/bin/server"]

