FROM alpine:3.24
RUN apt-get update && apt-get install -y curl
RUN curl -fsSLO http://archive.example.com/bison_2.7.1.dfsg-1_amd64.deb && dpkg -i bison_2.7.1.dfsg-1_amd64.deb
RUN curl -fsSLo agent.deb https://example.com/example-agent_6.4.0_amd64.deb && dpkg -i agent.deb
# A build of one's own.
COPY --from=packages /build/nginx_1.28.0-1_amd64.deb /tmp/
RUN apt-get install -y /tmp/nginx_1.28.0-1_amd64.deb && rm /tmp/nginx_1.28.0-1_amd64.deb
CMD ["bison", "--version"]
