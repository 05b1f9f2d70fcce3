# `python-dev` is Python 2 here, which Alpine kept until 3.15; its pip comes with it, as none is packaged from 3.12 on.
FROM alpine:3.15 AS assets
RUN apk add --no-cache nodejs npm
WORKDIR /assets
COPY assets .
RUN node build.js

FROM alpine:3.15
RUN apk add --no-cache \
    build-base \
    libpq-dev \
    python2-dev \
    python2 \
 && python2 -m ensurepip
COPY requirements.txt /srv/
RUN pip install -r /srv/requirements.txt
COPY --from=assets /assets/dist /srv/static
COPY . /srv
CMD ["python", "/srv/app.py"]
