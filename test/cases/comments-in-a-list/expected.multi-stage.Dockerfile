FROM python:3.13-alpine AS build
RUN \
    # compilers
    apk add --no-cache \
        # for the wheels
        gcc musl-dev \
        libffi-dev \
        # psycopg2
        libpq-dev
    # the lists are not needed any more
RUN python -m venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
RUN pip install psycopg2==2.9.10
RUN ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /opt/venv /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | sort -u > /opt/run-deps )

FROM python:3.13-alpine
    # compilers
        # for the wheels
        # psycopg2
    # the lists are not needed any more
# the application
COPY --from=build /opt/run-deps /opt/run-deps
RUN xargs -rt apk add --no-cache < /opt/run-deps
ENV PATH=/opt/venv/bin:$PATH
COPY --from=build /opt/venv /opt/venv
