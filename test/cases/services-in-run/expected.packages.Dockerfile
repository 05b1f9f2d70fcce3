FROM alpine:3.24
RUN apk add --no-cache openssh-server haproxy \
 && ssh-keygen -A \
 && ln -sf /bin/true /sbin/initctl
RUN rm -f /etc/ssh/ssh_host_* && ssh-keygen -A
CMD ["/usr/sbin/sshd", "-D"]
