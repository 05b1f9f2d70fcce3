FROM alpine:3.24
RUN printf '%b\n' "first\nsecond" > /etc/two-lines && echo "plain" > /etc/one-line
RUN printf '%b\n' 'a\tb' >> /etc/two-lines && echo -e "c\nd"
