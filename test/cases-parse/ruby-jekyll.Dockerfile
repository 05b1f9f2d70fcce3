FROM ruby:3.2
LABEL maintainer="docs@example.com" description="Builds the \"docs\" site" vendor='ACME Corp'
RUN gem install jekyll:4.3 bundler
VOLUME ["/site", "/out"]
WORKDIR /site
HEALTHCHECK --interval=30s --timeout=3s CMD curl -f http://localhost:4000/ || exit 1
CMD ["jekyll", "serve", "--host", "0.0.0.0"]
