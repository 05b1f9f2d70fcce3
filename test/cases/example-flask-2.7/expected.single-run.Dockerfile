FROM python:2.7-alpine
MAINTAINER team@example.com
ENV INSTALL_PATH /app
RUN mkdir -p $INSTALL_PATH
WORKDIR $INSTALL_PATH
COPY requirements.txt requirements.txt
RUN apk add --no-cache --virtual .build-deps \
        build-base postgresql-dev libffi-dev openssl-dev \
    && pip install --no-cache-dir -r requirements.txt \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
COPY . .
CMD gunicorn -b 0.0.0.0:8000 --access-logfile - "app:create()"
