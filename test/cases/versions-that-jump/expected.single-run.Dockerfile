FROM alpine:3.22
RUN apk add --no-cache python3 py3-pip postgresql15-client openjdk17-jre-headless nodejs npm php82 php82-openssl php82-phar php82-mbstring php82-curl php82-ctype php82-fileinfo php82-iconv php82-session php82-tokenizer \
    && ln -sf php82 /usr/bin/php
CMD ["python3"]
