FROM alpine:3.24
RUN apt-get update || (sleep 5 && apt-get update); apt-get install -y curl || true
RUN (apt-get autoremove -y; apt-get autoclean) || true
RUN curl --version
