FROM lukemathwalker/cargo-chef:latest-rust-1-alpine3.24 AS chef
WORKDIR /app

FROM chef AS planner
COPY . .
RUN cargo chef prepare --recipe-path recipe.json

FROM chef AS builder
COPY --from=planner /app/recipe.json recipe.json
RUN apk add --no-cache pkgconf openssl-dev
RUN cargo chef cook --release --recipe-path recipe.json
COPY . .
RUN cargo build --release --bin web

FROM alpine:3.24
RUN apk add --no-cache libssl3 libcrypto3 ca-certificates
COPY --from=builder /app/target/release/web /usr/local/bin/
ENTRYPOINT ["web"]
