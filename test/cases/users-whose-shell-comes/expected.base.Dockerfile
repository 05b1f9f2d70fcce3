FROM alpine:3.24
# bash comes for the script, so that the user keeps it.
RUN useradd --create-home --shell /bin/bash app
COPY start.sh /usr/local/bin/
USER app
ENTRYPOINT ["/usr/local/bin/start.sh"]
CMD ["sleep", "60"]
