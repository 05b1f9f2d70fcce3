FROM python:3.12-alpine
ARG EXTRA="libxml2-dev libxslt1-dev"
ENV PACKAGES "gcc \
    libffi-dev"
RUN apt-get update && apt-get install -y $PACKAGES ${EXTRA} && rm -rf /var/lib/apt/lists/*
RUN pip install lxml==5.3.0
