# Debian has several series beside each other, each with its version in its name.
FROM alpine:3.24
RUN apt-get update && apt-get install -y python3.8 python3.8-dev python3-pip ruby2.5 genisoimage gcc-8 g++-8 golang-1.10-go \
    && update-alternatives --install /usr/bin/python3 python3 /usr/bin/python3.8 1 \
    && update-alternatives --install /usr/bin/gcc gcc /usr/bin/gcc-8 80 --slave /usr/bin/g++ g++ /usr/bin/g++-8 \
    && update-alternatives --install /usr/bin/cc cc /usr/bin/gcc-8 80
RUN rm /usr/bin/python3 && ln -s /usr/bin/python3.8 /usr/bin/python3
RUN ln -s /usr/bin/genisoimage /usr/bin/mkisofs
RUN ln -s /usr/bin/python3.8 /usr/local/bin/py && ln -s /usr/lib/go-1.10/bin/go /usr/bin/go
RUN python3.8 -m pip install --upgrade pip && pip3.8 install flask && gem2.5 install rake
RUN virtualenv --python=python3.8 /opt/env && /usr/lib/go-1.10/bin/go version
# Not of any package: it is compiled here.
RUN ./configure && make install && python3.7 --version
CMD ["/usr/bin/python3.8", "app.py"]
