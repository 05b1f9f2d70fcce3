# Debian gives these programs other names, as theirs were taken.
FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends bat fd-find git-delta ripgrep \
    && ln -s $(which fdfind) /usr/local/bin/fd \
    && rm -rf /var/lib/apt/lists/*
RUN fdfind --extension md . /usr/share | xargs batcat --plain | wc -l
CMD ["bash"]
