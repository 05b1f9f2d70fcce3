# The script is started with Python 2, so that an Alpine with Python 2 it must be.
FROM alpine:3.15
RUN apk add --no-cache python2 py2-setuptools
COPY server.py /srv/
CMD ["python", "/srv/server.py"]
