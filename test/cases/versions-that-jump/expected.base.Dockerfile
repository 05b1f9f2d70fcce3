FROM alpine:3.22
RUN apt-get update && apt-get install -y python3 python3-pip postgresql-client-13 openjdk-17-jre-headless nodejs php8.2-cli
CMD ["python3"]
