FROM maven:3.9-eclipse-temurin-21 AS build
COPY pom.xml /w/
RUN mvn -f /w/pom.xml -B dependency:go-offline
COPY src /w/src
RUN mvn -f /w/pom.xml -B package -DskipTests
FROM eclipse-temurin:21-jre
COPY --from=build /w/target/*.jar /app.jar
ENV JAVA_OPTS="-Xms256m -Xmx512m"
ENTRYPOINT exec java $JAVA_OPTS -jar /app.jar
