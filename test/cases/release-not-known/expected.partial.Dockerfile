FROM alpine:3.24
# What is fetched is Debian's.
RUN apk add --no-cache wget
# alpinize: `lsb_release` asks which Debian or Ubuntu this is, and Alpine has no such program. Write what is meant into the Dockerfile, or read /etc/os-release, which says `ID=alpine`.
# RUN wget -q https://packages.example.com/tool-$(lsb_release -cs).tar.gz
# alpinize: left out: RELEASE=$(lsb_release -rs) (`lsb_release` asks which Debian or Ubuntu this is, and Alpine has no such program. Write what is meant into the Dockerfile, or read /etc/os-release, which says `ID=alpine`.)
RUN wget -q "https://packages.example.com/$RELEASE/tool.tar.gz"
# alpinize: left out: . /etc/lsb-release (/etc/lsb-release tells which Debian or Ubuntu this is, and Alpine does not have it. Write what is meant into the Dockerfile, or read /etc/os-release, which says `ID=alpine`.)
RUN wget -q "https://packages.example.com/$DISTRIB_RELEASE/tool.tar.gz"
# alpinize: /etc/debian_version tells which Debian or Ubuntu this is, and Alpine does not have it. Write what is meant into the Dockerfile, or read /etc/os-release, which says `ID=alpine`.
# RUN echo "built on Debian $(cat /etc/debian_version)" > /built-on
CMD ["sh"]
