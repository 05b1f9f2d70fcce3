FROM python:3.10-alpine AS build
WORKDIR /app
COPY requirements ./requirements
RUN python -m venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
RUN apk add --no-cache libmagic build-base linux-headers \
    && pip install -r requirements/prod.txt
RUN ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /opt/venv /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | sort -u > /opt/run-deps )

FROM python:3.10-alpine
WORKDIR /app
COPY requirements ./requirements
RUN apk add --no-cache libmagic
COPY --from=build /opt/run-deps /opt/run-deps
RUN xargs -rt apk add --no-cache < /opt/run-deps
ENV PATH=/opt/venv/bin:$PATH
COPY --from=build /opt/venv /opt/venv
COPY . .
CMD ["python", "app.py"]
