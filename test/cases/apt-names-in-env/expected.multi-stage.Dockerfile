FROM python:3.12-alpine AS build
ARG EXTRA="libxml2-dev libxslt-dev"
ENV PACKAGES "gcc musl-dev \
    libffi-dev"
RUN apk add --no-cache $PACKAGES ${EXTRA}
RUN python -m venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
RUN pip install lxml==5.3.0
RUN ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /opt/venv /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | sort -u > /opt/run-deps )

FROM python:3.12-alpine
ARG EXTRA="libxml2-dev libxslt-dev"
ENV PACKAGES "gcc musl-dev \
    libffi-dev"
COPY --from=build /opt/run-deps /opt/run-deps
RUN xargs -rt apk add --no-cache < /opt/run-deps
ENV PATH=/opt/venv/bin:$PATH
COPY --from=build /opt/venv /opt/venv
