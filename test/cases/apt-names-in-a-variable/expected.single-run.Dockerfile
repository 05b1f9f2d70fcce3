FROM python:3.12-alpine
RUN BUILD_DEPS="gcc musl-dev libffi-dev openssl-dev" \
 && apk add --no-cache --virtual .build-deps $BUILD_DEPS \
 && pip install --no-cache-dir cffi==1.17.1 \
 && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
     | tr ',' '\n' | sort -u \
     | while read -r library; do apk info --installed "so:$library" || true; done \
     | xargs -rt apk add --no-network ) \
 && apk del --no-network .build-deps
CMD ["python", "-V"]
