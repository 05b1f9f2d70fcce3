# What the full image holds, and Alpine's does not, comes with the steps that call it
FROM golang:1.26-alpine AS tool
WORKDIR /src
COPY . .
# A task of the project: Go compiles without a C compiler
RUN apk add --no-cache make \
    && make tool

FROM node:22-alpine
RUN apk add --no-cache git
WORKDIR /srv
RUN git clone --depth 1 https://example.com/theme.git theme
RUN apk add --no-cache curl build-base linux-headers \
 && curl -fsSL https://example.com/lib-1.0.tar.gz | tar xz \
 && cd lib-1.0 && ./configure && make && make install
RUN apk add --no-cache imagemagick \
    && convert theme/logo.png theme/logo.gif
# It brings make by itself, so that nothing is added for the step behind it
RUN apk add --no-cache build-base
RUN make -C theme
COPY --from=tool /src/tool /usr/local/bin/
# The history is asked for while the container runs
CMD git log -1 && node server.js
