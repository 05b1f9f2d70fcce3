FROM python:3.12-alpine3.24
RUN apk add --no-cache bash linux-headers build-base curl \
    && pip install uwsgi==2.0.28 \
    && apk del build-base
CMD ["bash"]
