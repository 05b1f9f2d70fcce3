FROM alpine:3.24
RUN apt-get update && apt-get install -y nginx openssh-server imagemagick
RUN rm -r /usr/share/nginx/html && ln -s /srv/pages /usr/share/nginx/html
RUN sed -i 's/^#.*StrictHostKeyChecking.*/StrictHostKeyChecking no/' /etc/ssh/ssh_config
RUN sed -i 's/rights="none" pattern="PDF"/rights="read" pattern="PDF"/' /etc/ImageMagick-6/policy.xml
CMD ["nginx", "-g", "daemon off;"]
