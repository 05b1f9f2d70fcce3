# What a stage only builds with stays there: the list of run-time libraries is made of what is installed.
FROM alpine:3.24
RUN apk add --no-cache cmake curl-dev
COPY . /src
RUN apk add --no-cache build-base boost-dev \
    && cmake -S /src -B /src/build && cmake --build /src/build && cmake --install /src/build \
    && apk del build-base boost-dev \
    && rm -rf /src
RUN apk del cmake curl-dev
CMD ["server"]
