FROM alpine:3.24
RUN apt-get update && apt-get install -y mariadb-server
RUN sh -c "service mariadb start; echo \"CREATE DATABASE app\" | mariadb"
CMD ["mariadbd"]
