FROM debian:12
RUN echo "<<EOF" '<<EOT'
RUN grep x <<<word
RUN echo $((1<<2))
CMD ["<<EOF"]
LABEL shift="<<EOF"
