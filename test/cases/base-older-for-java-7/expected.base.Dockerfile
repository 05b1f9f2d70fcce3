FROM alpine:3.18
RUN apt-get update && apt-get install -y openjdk-7-jre-headless curl && rm -rf /var/lib/apt/lists/*
COPY service.jar /srv/
CMD ["java", "-jar", "/srv/service.jar"]
