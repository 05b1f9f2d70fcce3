# Settings that lie in files of Debian's own.
FROM alpine:3.24
RUN apk add --no-cache bash curl
RUN touch ~/.bashrc && . ~/.bashrc && curl -fsSL https://example.com/
RUN echo 'export TOOL=/opt/tool' >> ~/.profile && . ~/.profile && curl -fsSL "https://example.com$TOOL"
RUN mkdir -p /etc/bash && echo "alias ll='ls -l'" >> /etc/bash/bashrc
RUN sed -i 's/ll=/l=/' /etc/bash/bashrc
COPY adduser.conf /etc/adduser.conf
RUN sed -i 's/DSHELL=.*/DSHELL=\/bin\/sh/' /etc/adduser.conf
CMD ["bash"]
