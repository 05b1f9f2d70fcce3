FROM alpine:3.24
RUN apt-get update && apt-get install -y software-properties-common curl \
 && add-apt-repository ppa:deadsnakes/ppa \
 && apt-get install -y python3.11
RUN curl https://keys.datadoghq.com/DATADOG_APT_KEY_CURRENT.public | apt-key add - \
 && apt-get install -y datadog-agent
