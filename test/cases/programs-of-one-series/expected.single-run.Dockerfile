# Debian has several series beside each other, each with its version in its name.
FROM alpine:3.24
RUN apk add --no-cache python3 py3-pip ruby cdrkit \
    && ln -sf /usr/bin/gcc /usr/bin/cc
RUN ln -sf /usr/bin/genisoimage /usr/bin/mkisofs
RUN ln -s /usr/bin/python3 /usr/local/bin/py
RUN python3 -m pip install --no-cache-dir --upgrade pip && pip3 install --no-cache-dir flask && gem install rake
RUN apk add --no-cache --virtual .build-deps go \
    && virtualenv --python=python3 /opt/env && /usr/lib/go/bin/go version \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
# Not of any package: it is compiled here.
RUN apk add --no-cache --virtual .build-deps \
        python3-dev gcc musl-dev g++ go linux-headers make \
    && ./configure && make install && python3.7 --version \
    && ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | xargs -rt apk add --no-network ) \
    && apk del --no-network .build-deps
CMD ["/usr/bin/python3", "app.py"]
