FROM gradle:8-jdk17 AS build
COPY --chown=gradle:gradle . /home/gradle/src
RUN gradle build --no-daemon
FROM openjdk:17-slim
COPY --from=0 /home/gradle/src/build/libs/app.jar /
ENTRYPOINT [ "java", \
  "-XX:+UseContainerSupport", \
  # the jar
  "-jar", \
  "/app.jar" ]
