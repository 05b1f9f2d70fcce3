# ruby-full holds the interpreter and the headers that gems are compiled with.
FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends \
    ruby-full \
    build-essential \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /site
COPY Gemfile Gemfile.lock ./
RUN bundle install
COPY . .
CMD ["bundle", "exec", "jekyll", "serve"]
