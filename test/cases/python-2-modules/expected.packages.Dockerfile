FROM alpine:3.15

RUN apk add --no-cache \
        python2 \
        freetype libpng libstdc++ \
    && python2 -m ensurepip \
    && apk add --no-cache --virtual .python-2-modules gcc musl-dev python2-dev g++ freetype-dev libpng-dev pkgconf \
    && python2 -m pip install --no-cache-dir boto matplotlib pyserial \
    && apk del --no-network .python-2-modules

RUN pip install pexpect

COPY plot.py /app/
CMD ["python", "/app/plot.py"]
