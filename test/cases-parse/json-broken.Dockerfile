FROM debian:12
CMD ['single', 'quotes']
ENTRYPOINT ["trailing", ]
RUN [ -f /etc/passwd ] && echo yes
RUN ["unclosed"
SHELL ["/bin/sh", "-c"]
