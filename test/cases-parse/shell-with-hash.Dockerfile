FROM debian:12
RUN echo "# not a comment" && echo a # trailing words
RUN echo x \
# column one
  y \
    #indented
  z
RUN sed -i 's/#foo/foo/' /etc/conf
