FROM alpine:3.24
RUN apk add --no-cache python3 py3-pip py3-numpy
WORKDIR /srv
COPY requirements.txt ./
RUN apk add --no-cache --virtual .build-deps \
        python3-dev gcc musl-dev libffi-dev \
    && pip3 install --no-cache-dir --break-system-packages -r requirements.txt \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/lib/python* /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
COPY . .
CMD ["python3", "main.py"]
