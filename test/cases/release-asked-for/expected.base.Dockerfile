FROM alpine:3.24
# All of it is for repositories of apt, which go.
RUN apt-get update && apt-get install -y lsb-release curl gnupg && lsb_release -a
RUN export TOOLS="tools-$(lsb_release -c -s)" \
    && echo "deb https://packages.example.com/apt $TOOLS main" > /etc/apt/sources.list.d/tools.list \
    && curl -fsSL https://packages.example.com/key.gpg | apt-key add - \
    && apt-get update && apt-get install -y jq
RUN DISTRO=$(lsb_release -is | tr '[:upper:]' '[:lower:]'); CODENAME=$(lsb_release -cs) && \
    echo "deb https://packages.example.com/${DISTRO} ${CODENAME} main" | tee /etc/apt/sources.list.d/other.list
RUN . /etc/lsb-release && echo "deb https://packages.example.com/apt $DISTRIB_CODENAME main" >> /etc/apt/sources.list.d/third.list
RUN cat /etc/debian_version
# Every release of both has this one.
RUN . /etc/os-release && echo "$ID" > /built-on
CMD ["jq", "--version"]
