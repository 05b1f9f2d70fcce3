# `python-dev` is Python 2 here, which Alpine kept until 3.15; its pip comes with it, as none is packaged from 3.12 on.
FROM alpine:3.15 AS assets
RUN apk add --no-cache nodejs npm
WORKDIR /assets
COPY assets .
RUN node build.js

FROM alpine:3.15
RUN apk add --no-cache \
    python2 \
 && python2 -m ensurepip
COPY requirements.txt /srv/
RUN apk add --no-cache --virtual .build-deps \
        build-base libpq-dev python2-dev \
    && pip install --no-cache-dir -r /srv/requirements.txt \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/lib/python* /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
COPY --from=assets /assets/dist /srv/static
COPY . /srv
CMD ["python", "/srv/app.py"]
