# uWSGI includes headers of the kernel, which Debian's gcc brings by way of libc6-dev.
FROM python:3.12-alpine3.24
RUN apk add --no-cache linux-headers gcc musl-dev
RUN pip install --no-cache-dir uwsgi==2.0.26
CMD ["uwsgi", "--http", ":8000"]
