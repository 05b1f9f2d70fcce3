# uWSGI includes headers of the kernel, which Debian's gcc brings by way of libc6-dev.
FROM python:3.12-alpine3.24 AS build
RUN apk add --no-cache linux-headers gcc musl-dev
RUN python -m venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
RUN pip install --no-cache-dir uwsgi==2.0.26
RUN ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /opt/venv /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | sort -u > /opt/run-deps )

FROM python:3.12-alpine3.24
COPY --from=build /opt/run-deps /opt/run-deps
RUN xargs -rt apk add --no-cache < /opt/run-deps
ENV PATH=/opt/venv/bin:$PATH
COPY --from=build /opt/venv /opt/venv
CMD ["uwsgi", "--http", ":8000"]
