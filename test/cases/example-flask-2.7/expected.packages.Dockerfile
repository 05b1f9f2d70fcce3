FROM python:2.7-alpine
MAINTAINER team@example.com
RUN apk add --no-cache openssl-dev \
  build-base postgresql-dev libffi-dev
ENV INSTALL_PATH /app
RUN mkdir -p $INSTALL_PATH
WORKDIR $INSTALL_PATH
COPY requirements.txt requirements.txt
RUN pip install -r requirements.txt
COPY . .
CMD gunicorn -b 0.0.0.0:8000 --access-logfile - "app:create()"
