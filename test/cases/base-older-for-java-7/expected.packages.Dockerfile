FROM alpine:3.18
RUN apk add --no-cache openjdk7-jre-base curl
COPY service.jar /srv/
CMD ["java", "-jar", "/srv/service.jar"]
