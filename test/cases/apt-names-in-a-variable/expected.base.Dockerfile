FROM python:3.12-alpine
RUN BUILD_DEPS="gcc libffi-dev libssl-dev" \
 && apt-get update && apt-get install -y $BUILD_DEPS \
 && pip install cffi==1.17.1 \
 && apt-get purge -y --auto-remove $BUILD_DEPS \
 && rm -rf /var/lib/apt/lists/*
CMD ["python", "-V"]
