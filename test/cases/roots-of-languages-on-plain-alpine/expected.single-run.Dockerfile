# Alpine's own Ruby, PHP and R have what is installed for them below /usr/lib.
FROM alpine:3.24
RUN apk add --no-cache ruby php83 php83-openssl php83-phar php83-mbstring php83-curl php83-ctype php83-fileinfo php83-iconv php83-session php83-tokenizer php83-pear \
    R \
    && ln -sf php83 /usr/bin/php \
    && ln -sf pecl83 /usr/bin/pecl
RUN apk add --no-cache --virtual .build-deps \
        build-base ruby-dev libpq-dev php83-dev rabbitmq-c-dev R-dev \
        libxml2-dev \
    && gem install pg \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/lib/ruby* /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
RUN apk add --no-cache --virtual .build-deps \
        build-base ruby-dev libpq-dev php83-dev rabbitmq-c-dev R-dev \
        libxml2-dev \
    && pecl install amqp \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/lib/php* /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
RUN apk add --no-cache --virtual .build-deps \
        build-base ruby-dev libpq-dev php83-dev rabbitmq-c-dev R-dev \
        libxml2-dev \
    && Rscript -e 'install.packages("xml2")' \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/lib/R /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
CMD ["ruby", "-e", "puts 1"]
