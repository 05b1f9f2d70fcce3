FROM alpine:3.24
RUN apk add --no-cache curl \
 && apk add --no-cache python3
# alpinize: datadog-agent has no equivalent on Alpine 3.24: Datadog builds its agent for glibc. Way out: the agent's own image beside it.
# RUN curl https://keys.datadoghq.com/DATADOG_APT_KEY_CURRENT.public | apt-key add - \
#  && apt-get install -y datadog-agent
