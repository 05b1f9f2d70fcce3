# Debian gives these programs other names, as theirs were taken.
FROM alpine:3.24
RUN apk add --no-cache bash bat fd delta ripgrep
RUN fd --extension md . /usr/share | xargs bat --plain | wc -l
CMD ["bash"]
