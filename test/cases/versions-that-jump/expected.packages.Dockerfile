FROM alpine:3.24
RUN apk add --no-cache python3 py3-pip postgresql16-client openjdk17-jre-headless nodejs npm php83 php83-openssl php83-phar php83-mbstring php83-curl php83-ctype php83-fileinfo php83-iconv php83-session php83-tokenizer
CMD ["python3"]
