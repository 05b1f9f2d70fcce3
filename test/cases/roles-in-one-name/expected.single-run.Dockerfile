# ruby-full holds the interpreter and the headers that gems are compiled with.
FROM alpine:3.24
RUN apk add --no-cache \
    ruby-full
WORKDIR /site
COPY Gemfile Gemfile.lock ./
RUN apk add --no-cache --virtual .build-deps ruby-dev build-base \
    && bundle install \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /site/vendor/bundle /usr/lib/ruby* /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
COPY . .
CMD ["bundle", "exec", "jekyll", "serve"]
