FROM alpine:3.24
RUN apt-get update && apt-get install -y openssh-server haproxy \
 && dpkg-divert --local --rename --add /sbin/initctl && ln -sf /bin/true /sbin/initctl
RUN sed -i 's/^ENABLED=.*/ENABLED=1/' /etc/default/haproxy && service haproxy restart
RUN rm -f /etc/ssh/ssh_host_* && dpkg-reconfigure openssh-server
RUN systemctl enable app.timer && systemctl daemon-reload
RUN /etc/init.d/haproxy stop
CMD ["/usr/sbin/sshd", "-D"]
