FROM debian:12
RUN echo a \
  # the last line is a comment
