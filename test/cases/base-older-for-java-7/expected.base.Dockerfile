FROM alpine:3.12
RUN apt-get update && apt-get install -y openjdk-7-jre-headless curl && rm -rf /var/lib/apt/lists/*
COPY service.jar /srv/
CMD ["java", "-jar", "/srv/service.jar"]
