# The image's own USER may not add packages and makes way for root where they are added.
FROM nginxinc/nginx-unprivileged:1.29-alpine
USER root
RUN apk add --no-cache bash
USER 101
COPY start.sh /docker-entrypoint.d/
RUN nginx -t
