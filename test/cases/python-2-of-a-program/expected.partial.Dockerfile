FROM alpine:3.15
# alpinize: left out: python-opencv (python-opencv has no equivalent on Alpine 3.15: a Python 2 package, and Python 2 left Alpine with 3.16. Way out: pip install opencv, with code ported to Python 3.)
RUN apk add --no-cache curl python2 \
 && curl -sSL https://example.com/facedetect > /usr/local/bin/facedetect \
 && chmod +x /usr/local/bin/facedetect
ENTRYPOINT ["facedetect"]
