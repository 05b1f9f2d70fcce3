# Debian's base has these folders, Alpine's does not.
FROM alpine:3.24
RUN apk add --no-cache tzdata curl ca-certificates
RUN mkdir -p /usr/src && curl -fsSL https://example.com/tool.tar.gz | tar -xz -C /usr/src
# Made by the step above.
RUN cd /usr/src/tool && mkdir -p /usr/local/sbin && cp tool.sh /usr/local/sbin/
RUN mkdir -p /usr/local/src; mkdir /usr/local/src/one; mkdir -p /usr/local/etc; curl -fsSLo /usr/local/etc/tool.conf https://example.com/tool.conf
RUN mkdir -p /etc/init.d && printf '#!/bin/sh\nexec tool.sh\n' > /etc/init.d/tool && chmod 755 /etc/init.d/tool
RUN [ -e /opt/limits ] || { mkdir -p /etc/security/limits.d && cp /srv/limits.conf /etc/security/limits.d/tool.conf; }
RUN rm -f /etc/localtime && ln -s /usr/share/zoneinfo/Europe/Oslo /etc/localtime
RUN find /srv -name '*.md' -delete
WORKDIR /usr/src/other
RUN cd /usr/src && ls > /srv/list
# Nobody but root may make them.
USER nobody
RUN cd /usr/include && ls
CMD ["tool.sh"]
