from ruby:2.7-slim as web
run gem install bundler -v 2.4.22
copy Gemfile* /app/
workdir /app
Run bundle install --jobs 4
cmd ["rackup", "-o", "0.0.0.0"]
