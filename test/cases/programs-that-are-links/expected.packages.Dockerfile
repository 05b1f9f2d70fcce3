# Debian's name of PHP is a link on Alpine, which setcap refuses.
FROM alpine:3.24
RUN apk add --no-cache php84 php84-openssl php84-phar php84-mbstring php84-curl php84-ctype php84-fileinfo php84-iconv php84-session php84-tokenizer libcap \
    && ln -sf php84 /usr/bin/php \
    && ln -sf php84 /usr/bin/php8.4
RUN setcap "cap_net_bind_service=+ep" /usr/bin/php84
