FROM tomcat:9.0-jdk8
MAINTAINER ops
ENV CATALINA_OPTS -Djava.awt.headless=true -Dfile.encoding=UTF-8
ADD target/shop.war /usr/local/tomcat/webapps/ROOT.war
EXPOSE 8080
STOPSIGNAL SIGTERM
CMD ["catalina.sh","run"]
