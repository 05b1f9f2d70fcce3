# Debian has several series beside each other, each with its version in its name.
FROM alpine:3.24
RUN apk add --no-cache linux-headers make python3 python3-dev py3-pip ruby cdrkit gcc musl-dev g++ go \
    && ln -sf /usr/bin/gcc /usr/bin/cc
RUN ln -sf /usr/bin/genisoimage /usr/bin/mkisofs
RUN ln -s /usr/bin/python3 /usr/local/bin/py
RUN python3 -m pip install --upgrade pip && pip3 install flask && gem install rake
RUN virtualenv --python=python3 /opt/env && /usr/lib/go/bin/go version
# Not of any package: it is compiled here.
RUN ./configure && make install && python3.7 --version
CMD ["/usr/bin/python3", "app.py"]
