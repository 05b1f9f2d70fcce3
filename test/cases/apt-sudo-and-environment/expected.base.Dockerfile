FROM alpine:3.24
ENV DEBIAN_FRONTEND=noninteractive
RUN sudo apt-get update && sudo -E apt-get install -y jq
RUN DEBIAN_FRONTEND=noninteractive TZ=Etc/UTC apt install -y tzdata unzip
RUN aptitude -y install rsync
