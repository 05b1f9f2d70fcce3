# Debian's base has these folders, Alpine's does not.
FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends curl ca-certificates && rm -rf /var/lib/apt/lists/*
RUN curl -fsSL https://example.com/tool.tar.gz | tar -xz -C /usr/src
# Made by the step above.
RUN cd /usr/src/tool && cp tool.sh /usr/local/sbin/
RUN mkdir /usr/local/src/one; curl -fsSLo /usr/local/etc/tool.conf https://example.com/tool.conf
RUN printf '#!/bin/sh\nexec tool.sh\n' > /etc/init.d/tool && chmod 755 /etc/init.d/tool
RUN [ -e /opt/limits ] || cp /srv/limits.conf /etc/security/limits.d/tool.conf
RUN rm /etc/localtime && ln -s /usr/share/zoneinfo/Europe/Oslo /etc/localtime
RUN find /usr/share/doc -depth -type f ! -name copyright -delete && find /srv -name '*.md' -delete
WORKDIR /usr/src/other
RUN cd /usr/src && ls > /srv/list
# Nobody but root may make them.
USER nobody
RUN cd /usr/include && ls
CMD ["tool.sh"]
