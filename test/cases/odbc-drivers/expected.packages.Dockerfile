# Debian's packages enter the drivers into /etc/odbcinst.ini, by paths of Debian's.
FROM python:3.13-alpine AS by-name
RUN apk add --no-cache freetds psqlodbc \
    && printf '%s\n' '[FreeTDS]' 'Driver = libtdsodbc.so.0' >> /etc/odbcinst.ini \
    && printf '%s\n' '[PostgreSQL ANSI]' 'Driver = psqlodbca.so' >> /etc/odbcinst.ini \
    && printf '%s\n' '[PostgreSQL Unicode]' 'Driver = psqlodbcw.so' >> /etc/odbcinst.ini
RUN pip install --no-cache-dir pyodbc==5.2.0
CMD ["python"]

FROM python:3.13-alpine
RUN apk add --no-cache freetds
RUN printf "[FreeTDS]\n\
Driver = /usr/lib/libtdsodbc.so.0\n" >> /etc/odbcinst.ini
COPY --from=by-name /etc/odbcinst.ini /etc/other.ini
CMD ["python"]
