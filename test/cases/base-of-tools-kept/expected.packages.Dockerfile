FROM alpine:3.24
RUN apk add --no-cache build-base
WORKDIR /src
COPY . .
RUN make && make install
CMD ["tool"]
