FROM alpine:3.24
RUN echo "first\nsecond" > /etc/two-lines && echo "plain" > /etc/one-line
RUN echo 'a\tb' >> /etc/two-lines && echo -e "c\nd"
