FROM alpine:3.24
RUN groupadd -r -g 1001 app && useradd -r -u 1001 -g app -d /srv/app -s /sbin/nologin app
RUN groupadd --system worker \
 && useradd --system --gid worker --create-home --home-dir /home/worker --shell /bin/bash worker
RUN useradd -ms /bin/bash developer && usermod -aG app developer
RUN adduser --disabled-password --gecos "" --uid 1500 guest && addgroup --gid 1600 readers
USER app
