FROM python:2.7-slim
MAINTAINER Jane O'Hara <jane@example.com>
ENV INSTALL_PATH /srv/app with blanks
ENV LANG C.UTF-8
RUN mkdir -p $INSTALL_PATH
WORKDIR $INSTALL_PATH
ADD . $INSTALL_PATH
CMD python app.py --listen 0.0.0.0
