FROM alpine:3.24
# What is fetched is Debian's.
RUN apt-get update && apt-get install -y lsb-release wget
RUN wget -q https://packages.example.com/tool-$(lsb_release -cs).tar.gz
RUN RELEASE=$(lsb_release -rs) && wget -q "https://packages.example.com/$RELEASE/tool.tar.gz"
RUN . /etc/lsb-release && wget -q "https://packages.example.com/$DISTRIB_RELEASE/tool.tar.gz"
RUN echo "built on Debian $(cat /etc/debian_version)" > /built-on
CMD ["sh"]
