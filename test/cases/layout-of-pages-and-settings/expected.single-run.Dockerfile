FROM alpine:3.24
RUN apk add --no-cache nginx openssh-server imagemagick imagemagick-jpeg imagemagick-tiff imagemagick-webp \
    && mkdir -p /usr/share/nginx/html \
    && apk add --no-cache openssh-client \
    && ssh-keygen -A
RUN rm -r /usr/share/nginx/html && ln -s /srv/pages /usr/share/nginx/html
RUN sed -i 's/^#.*StrictHostKeyChecking.*/StrictHostKeyChecking no/' /etc/ssh/ssh_config
RUN sed -i 's/rights="none" pattern="PDF"/rights="read" pattern="PDF"/' /etc/ImageMagick-7/policy.xml
CMD ["nginx", "-g", "daemon off;"]
