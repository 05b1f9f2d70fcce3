# What is added behind an installation stands before a comment that follows its last package.
FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends \
    openssh-server \
    # for the repository of our tools
    apt-transport-https
CMD ["/usr/sbin/sshd", "-D"]
