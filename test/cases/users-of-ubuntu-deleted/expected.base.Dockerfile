# The mailbox is there for userdel alone.
FROM alpine:3.24
RUN touch /var/mail/ubuntu && chown ubuntu:ubuntu /var/mail/ubuntu && userdel -r ubuntu && useradd -m -u 1000 app
USER app
CMD ["sleep", "9"]
