# `python-dev` is Python 2 here, which Alpine kept until 3.15, and its pip until 3.11.
FROM alpine:3.11 AS assets
RUN apk add --no-cache nodejs npm
WORKDIR /assets
COPY assets .
RUN node build.js

FROM alpine:3.11
RUN apk add --no-cache \
    build-base \
    postgresql-dev \
    python2-dev \
    py2-pip
COPY requirements.txt /srv/
RUN pip install -r /srv/requirements.txt
COPY --from=assets /assets/dist /srv/static
COPY . /srv
CMD ["python", "/srv/app.py"]
