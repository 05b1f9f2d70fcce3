# sassc is compiled from C++ in one stage and runs in another: libstdc++6 is in every image of Debian's, and in none of Alpine's for Ruby.
FROM ruby:3.4-alpine3.24 AS base
WORKDIR /app
ENV BUNDLE_DEPLOYMENT=1

FROM base AS gems
RUN apk add --no-cache build-base
COPY Gemfile Gemfile.lock ./
RUN bundle install

FROM nginx:1.30-alpine3.24 AS pages
COPY --from=gems /app/public /usr/share/nginx/html

FROM base
RUN apk add --no-cache libstdc++
COPY --from=gems /usr/local/bundle /usr/local/bundle
COPY --from=pages /usr/share/nginx/html public
COPY . .
CMD ["bundle", "exec", "puma"]
