# Alpine's own Ruby, PHP and R have what is installed for them below /usr/lib.
FROM alpine:3.24
RUN apk add --no-cache build-base ruby ruby-dev libpq-dev php83 php83-openssl php83-phar php83-mbstring php83-curl php83-ctype php83-fileinfo php83-iconv php83-session php83-tokenizer php83-dev php83-pear rabbitmq-c-dev \
    R R-dev libxml2-dev \
    && ln -sf php83 /usr/bin/php \
    && ln -sf pecl83 /usr/bin/pecl
RUN gem install pg
RUN pecl install amqp
RUN Rscript -e 'install.packages("xml2")'
CMD ["ruby", "-e", "puts 1"]
