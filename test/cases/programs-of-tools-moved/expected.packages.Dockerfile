FROM alpine:3.24
RUN apk add --no-cache openjdk17-jdk apache-ant maven gcc musl-dev pkgconf
COPY . /src
WORKDIR /src
RUN ./install.sh
# No compiler is called here, only the tools by their names.
RUN mvn -q package && cp target/app.jar /app.jar
RUN ant dist
RUN pkg-config --version > /tools.txt
CMD ["java", "-jar", "/app.jar"]
