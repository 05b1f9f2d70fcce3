FROM alpine:3.24
RUN apt-get update && apt-cache policy nginx && apt-get install -y nginx
RUN dpkg -l | grep nginx
