FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends openjdk-17-jdk-headless ant maven gcc libc6-dev pkg-config
COPY . /src
WORKDIR /src
RUN ./install.sh
# No compiler is called here, only the tools by their names.
RUN mvn -q package && cp target/app.jar /app.jar
RUN ant dist
RUN pkg-config --version > /tools.txt
CMD ["java", "-jar", "/app.jar"]
