FROM alpine:3.24
WORKDIR /src
COPY . .
RUN make && make install
CMD ["tool"]
