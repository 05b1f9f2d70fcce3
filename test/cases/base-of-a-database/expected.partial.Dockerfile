# alpinize: postgres keeps data in a volume: on Alpine its owner has another number and text is sorted by other rules, which damages indexes. Stay on this image, or move the data by dump and restore.
FROM postgres:16-alpine
ENV POSTGRES_DB=app
VOLUME /var/lib/postgresql/data
COPY init.sql /docker-entrypoint-initdb.d/
