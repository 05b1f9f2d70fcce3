FROM python:3.12-alpine
ARG EXTRA="libxml2-dev libxslt-dev"
ENV PACKAGES "gcc musl-dev \
    libffi-dev"
RUN apk add --no-cache $PACKAGES ${EXTRA}
RUN pip install lxml==5.3.0
