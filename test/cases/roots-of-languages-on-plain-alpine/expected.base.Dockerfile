# Alpine's own Ruby, PHP and R have what is installed for them below /usr/lib.
FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends build-essential ruby ruby-dev libpq-dev php-cli php-dev php-pear librabbitmq-dev \
    r-base-core r-base-dev libxml2-dev && rm -rf /var/lib/apt/lists/*
RUN gem install pg
RUN pecl install amqp
RUN Rscript -e 'install.packages("xml2")'
CMD ["ruby", "-e", "puts 1"]
