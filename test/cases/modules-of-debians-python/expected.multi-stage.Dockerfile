# The Python of the image does not see modules of Debian's; gettext alone is for compilemessages.
FROM python:3.12-alpine3.24 AS build
RUN apk add --no-cache gcc musl-dev libpq-dev gettext
RUN python -m venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
RUN pip install --no-cache-dir psycopg2==2.9.10
RUN ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /opt/venv /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | sort -u > /opt/run-deps )

FROM python:3.12-alpine3.24
RUN apk add --no-cache gettext
COPY --from=build /opt/run-deps /opt/run-deps
RUN xargs -rt apk add --no-cache < /opt/run-deps
ENV PATH=/opt/venv/bin:$PATH
COPY --from=build /opt/venv /opt/venv
COPY . .
RUN python manage.py compilemessages
CMD ["gunicorn", "config.wsgi"]
