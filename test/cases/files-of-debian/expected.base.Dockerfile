# Settings that lie in files of Debian's own.
FROM alpine:3.24
RUN apt-get update && apt-get install -y cron-apt curl \
    && sed -i 's/ -d//' /etc/cron-apt/action.d/3-download \
    && sed -i 's/^exit 101/exit 0/' /usr/sbin/policy-rc.d \
    && sed -i 's/^UID_MIN.*/UID_MIN 500/' /etc/login.defs
RUN cp /etc/skel/.bashrc /etc/skel/.profile /root/
RUN . ~/.bashrc && curl -fsSL https://example.com/
RUN echo 'export TOOL=/opt/tool' >> ~/.profile && . ~/.profile && curl -fsSL "https://example.com$TOOL"
RUN echo "alias ll='ls -l'" >> /etc/bash.bashrc
RUN sed -i 's/ll=/l=/' /etc/bash.bashrc
COPY adduser.conf /etc/adduser.conf
RUN sed -i 's/DSHELL=.*/DSHELL=\/bin\/sh/' /etc/adduser.conf
CMD ["bash"]
