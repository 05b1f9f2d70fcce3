FROM alpine:3.24
RUN apt-get update && apt-get install -y nodejs npm python3 && \
    ln -s /usr/bin/nodejs /usr/bin/node && \
    ln -s /usr/bin/python3 /usr/bin/python && \
    rm -rf /var/lib/apt/lists/*
RUN update-alternatives --install /usr/local/bin/node node "$(which nodejs)" 10
RUN ln -s /opt/tool/bin/tool /usr/bin/tool
WORKDIR /srv
COPY . .
RUN nodejs build.js
HEALTHCHECK --interval=30s CMD nodejs check.js
CMD ["nodejs", "server.js"]
