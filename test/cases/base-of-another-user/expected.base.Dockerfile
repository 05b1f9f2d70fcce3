# The image's own USER may not add packages and makes way for root where they are added.
FROM nginxinc/nginx-unprivileged:1.29-alpine
COPY start.sh /docker-entrypoint.d/
RUN nginx -t
