FROM python:3.12-alpine
RUN BUILD_DEPS="gcc musl-dev libffi-dev openssl-dev" \
 && apk add --no-cache $BUILD_DEPS \
 && pip install cffi==1.17.1 \
 && apk del $BUILD_DEPS
CMD ["python", "-V"]
