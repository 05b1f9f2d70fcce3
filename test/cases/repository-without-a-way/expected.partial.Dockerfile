FROM alpine:3.24
RUN apk add --no-cache curl \
 && apk add --no-cache python3
# alpinize: msodbcsql18 has no equivalent on Alpine 3.24: Microsoft's apt repository. Way out: the .apk files Microsoft publishes for Alpine.
# RUN curl https://packages.microsoft.com/keys/microsoft.asc | apt-key add - \
#  && ACCEPT_EULA=Y apt-get install -y msodbcsql18
