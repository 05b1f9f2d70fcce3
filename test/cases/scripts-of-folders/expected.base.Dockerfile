# What the container starts is read where it comes with a whole folder, too.
FROM ruby:3.4-alpine3.24 AS build
WORKDIR /srv/shop
COPY . .
FROM ruby:3.4-alpine3.24
RUN apt-get update && apt-get install -y --no-install-recommends tini && rm -rf /var/lib/apt/lists/*
RUN useradd --uid 1000 --create-home --shell /bin/bash shop
COPY --from=build /srv/shop /srv/shop
WORKDIR /srv/shop
ENTRYPOINT ["/usr/bin/tini", "--", "bin/start"]
CMD ["bin/web"]
