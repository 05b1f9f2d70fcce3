# What is added behind an installation stands before a comment that follows its last package.
FROM alpine:3.24
RUN apk add --no-cache \
    openssh-server \
    && ssh-keygen -A
    # for the repository of our tools
CMD ["/usr/sbin/sshd", "-D"]
