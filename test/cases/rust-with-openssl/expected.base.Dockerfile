FROM rust:1.90-alpine AS build
WORKDIR /src
COPY Cargo.toml Cargo.lock ./
COPY src ./src
RUN cargo build --release

FROM alpine:3.24
COPY --from=build /src/target/release/app /usr/local/bin/app
CMD ["app"]
