# `python-dev` is Python 2 here, which Alpine kept until 3.15; its pip comes with it, as none is packaged from 3.12 on.
FROM alpine:3.15 AS assets
RUN apt-get update && apt-get install -y --no-install-recommends nodejs
WORKDIR /assets
COPY assets .
RUN nodejs build.js

FROM alpine:3.15
RUN apt-get update && apt-get install -y --no-install-recommends \
    build-essential \
    libpq-dev \
    python-dev \
    python-pip \
 && rm -rf /var/lib/apt/lists/*
COPY requirements.txt /srv/
RUN pip install -r /srv/requirements.txt
COPY --from=assets /assets/dist /srv/static
COPY . /srv
CMD ["python", "/srv/app.py"]
