# Both images name packages of Python 2 that nothing in them runs.
FROM alpine:3.24 AS tools
RUN apt-get update && apt-get install -y gcc make libc6-dev python-setuptools
COPY src/ /src/
RUN make -C /src install

FROM alpine:3.24
RUN apt-get update && apt-get install -y nginx python python-dev
COPY --from=tools /usr/local/ /usr/local/
CMD ["nginx", "-g", "daemon off;"]
