FROM alpine:3.24
RUN apt-get update && apt-get install -y nginx supervisor
COPY nginx.conf /etc/nginx/nginx.conf
COPY supervisord.conf /etc/supervisor/
VOLUME /etc/nginx/conf.d
CMD ["supervisord", "-n"]
