# ruby-full holds the interpreter and the headers that gems are compiled with.
FROM alpine:3.24
RUN apk add --no-cache \
    ruby-full ruby-dev \
    build-base
WORKDIR /site
COPY Gemfile Gemfile.lock ./
RUN bundle install
COPY . .
CMD ["bundle", "exec", "jekyll", "serve"]
