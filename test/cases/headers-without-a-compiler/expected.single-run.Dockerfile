# Nothing compiles on these images: the libraries are what the headers are installed for.
FROM python:3.13-alpine AS tools
RUN apk add --no-cache imagemagick-libs imagemagick-jpeg imagemagick-tiff imagemagick-webp
RUN pip install --no-cache-dir unheard-of-binding
CMD ["python"]

# A dependency of what is installed is the compiler.
FROM python:3.13-alpine AS compiled
RUN apk add --no-cache libtool libgit2-dev
RUN pip install --no-cache-dir unheard-of-binding

# pg_config comes with the headers.
FROM node:22-alpine
RUN apk add --no-cache libpq-dev libxml2
RUN pg_config --version
COPY --from=tools /usr/local/lib/python3.13/site-packages /opt/modules
COPY --from=compiled /usr/local/lib/python3.13/site-packages /opt/compiled
CMD ["node"]
