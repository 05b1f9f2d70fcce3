FROM python:3.13-alpine AS build
RUN apk update && apk add --virtual .build-deps gcc musl-dev libpq-dev
COPY requirements.txt .
RUN python -m venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
RUN pip install -r requirements.txt
RUN ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /opt/venv /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | sort -u > /opt/run-deps )

FROM python:3.13-alpine
COPY requirements.txt .
COPY --from=build /opt/run-deps /opt/run-deps
RUN xargs -rt apk add --no-cache < /opt/run-deps
ENV PATH=/opt/venv/bin:$PATH
COPY --from=build /opt/venv /opt/venv
CMD ["python"]
