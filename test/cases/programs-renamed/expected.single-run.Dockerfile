FROM alpine:3.24
RUN apk add --no-cache nodejs npm python3 && \
    ln -sf /usr/bin/python3 /usr/bin/python
RUN ln -s /opt/tool/bin/tool /usr/bin/tool
WORKDIR /srv
COPY . .
RUN node build.js
HEALTHCHECK --interval=30s CMD node check.js
CMD ["node", "server.js"]
