# What the container starts is read where it comes with a whole folder, too.
FROM ruby:3.4-alpine3.24 AS build
WORKDIR /srv/shop
COPY . .
FROM ruby:3.4-alpine3.24
RUN apk add --no-cache bash shadow tini
RUN adduser -D -u 1000 -s /bin/bash shop
COPY --from=build /srv/shop /srv/shop
WORKDIR /srv/shop
ENTRYPOINT ["/sbin/tini", "--", "bin/start"]
CMD ["bin/web"]
