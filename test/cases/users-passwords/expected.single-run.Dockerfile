FROM alpine:3.24
RUN apk add --no-cache openssh-server sudo \
 && ssh-keygen -A \
 && addgroup -S sudo && adduser -D admin && addgroup admin sudo && echo 'admin:secret' | chpasswd \
 && passwd -l root && addgroup admin adm \
 && mkdir -p /run/sshd
CMD ["/usr/sbin/sshd", "-D"]
