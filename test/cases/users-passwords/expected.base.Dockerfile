FROM alpine:3.24
RUN apt-get update && apt-get install -y openssh-server sudo \
 && useradd -m -G sudo admin && echo 'admin:secret' | chpasswd \
 && passwd -l root && gpasswd -a admin adm \
 && mkdir -p /run/sshd
CMD ["/usr/sbin/sshd", "-D"]
