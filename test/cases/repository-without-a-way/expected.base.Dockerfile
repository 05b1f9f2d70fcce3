FROM alpine:3.24
RUN apt-get update && apt-get install -y software-properties-common curl \
 && add-apt-repository ppa:deadsnakes/ppa \
 && apt-get install -y python3.11
RUN curl https://packages.microsoft.com/keys/microsoft.asc | apt-key add - \
 && ACCEPT_EULA=Y apt-get install -y msodbcsql18
