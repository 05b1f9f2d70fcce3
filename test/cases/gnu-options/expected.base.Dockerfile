FROM alpine:3.24
RUN date -d "90 days ago" +%F > /since \
 && grep -P '^\d+$' /since || true
RUN find / -name '*.pyc' -printf '%p\n' -delete && readlink -m /a/b \
 && cp --parents -r /etc/ssl /backup && sed --in-place 's/a/b/' /since
RUN find /var -newermt '2024-01-01' | xargs -d '\n' ls
