FROM alpine:3.24
RUN apt-get update &&\
      apt-get install -y\
      nodejs\
      npm

RUN apt-get update -qq\
&& apt-get install -y curl\
&& apt-get install -y lsb-release\
&& rm -rf /var/lib/apt/lists/*
CMD ["node", "server.js"]
