# Debian's folders of modules, and where pip puts its programs: Alpine's Python has one place for both.
FROM alpine:3.24 AS build
RUN apk add --no-cache py3-pip \
    && pip3 install --break-system-packages gunicorn==23.0.0 supervisor==4.2.5
RUN sed -i 's/a/b/' /usr/lib/python3.14/site-packages/gunicorn/config.py \
    && cp -r /usr/lib/python3.14/site-packages/x /usr/lib/python3.14/site-packages/

FROM alpine:3.24
RUN apk add --no-cache python3
ENV PYTHONPATH="/srv:/usr/lib/python3.14/site-packages"
COPY --from=build /usr/lib/python3.14/site-packages /usr/lib/python3.14/site-packages
COPY --from=build /usr/bin/gunicorn /usr/bin/supervisord /usr/local/bin/
CMD ["/usr/local/bin/supervisord"]
