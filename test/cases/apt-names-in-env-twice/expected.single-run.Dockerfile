FROM python:3.13-alpine
COPY . /code
WORKDIR /code
ENV BUILD_PACKAGES gcc musl-dev openldap-dev cyrus-sasl-dev
RUN apk add --no-cache --virtual .build-deps $BUILD_PACKAGES \
    && pip install --no-cache-dir -r requirements.txt \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
RUN python manage.py migrate
CMD ["python", "manage.py", "runserver", "0.0.0.0:8000"]
