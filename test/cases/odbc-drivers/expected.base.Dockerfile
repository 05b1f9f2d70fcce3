# Debian's packages enter the drivers into /etc/odbcinst.ini, by paths of Debian's.
FROM python:3.13-alpine AS by-name
RUN apt-get update && apt-get install -y --no-install-recommends tdsodbc odbc-postgresql && rm -rf /var/lib/apt/lists/*
RUN pip install --no-cache-dir pyodbc==5.2.0
CMD ["python"]

FROM python:3.13-alpine
RUN apt-get update && apt-get install -y --no-install-recommends tdsodbc && rm -rf /var/lib/apt/lists/*
RUN printf "[FreeTDS]\n\
Driver = /usr/lib/x86_64-linux-gnu/odbc/libtdsodbc.so\n" >> /etc/odbcinst.ini
COPY --from=by-name /etc/odbcinst.ini /etc/other.ini
CMD ["python"]
