# The mailbox is there for userdel alone.
FROM alpine:3.24
RUN adduser -D -u 1000 app
USER app
CMD ["sleep", "9"]
