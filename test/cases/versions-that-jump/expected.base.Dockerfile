FROM alpine:3.24
RUN apt-get update && apt-get install -y python3 python3-pip postgresql-client-15 openjdk-17-jre-headless nodejs php8.2-cli
CMD ["python3"]
