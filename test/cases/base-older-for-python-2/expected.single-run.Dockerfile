# `python-dev` is Python 2 here, which Alpine kept until 3.15, and its pip until 3.11.
FROM alpine:3.11 AS assets
RUN apk add --no-cache nodejs npm
WORKDIR /assets
COPY assets .
RUN node build.js

FROM alpine:3.11
RUN apk add --no-cache \
    py2-pip
COPY requirements.txt /srv/
RUN apk add --no-cache --virtual .build-deps \
        build-base postgresql-dev python2-dev \
    && pip install --no-cache-dir -r /srv/requirements.txt \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/lib/python* /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
COPY --from=assets /assets/dist /srv/static
COPY . /srv
CMD ["python", "/srv/app.py"]
