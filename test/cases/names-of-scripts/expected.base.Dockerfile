# A package of Debian's that is one script
FROM python:3.13-alpine3.24
RUN apt-get update \
    && apt-get install -y --no-install-recommends gettext wait-for-it \
    && rm -rf /var/lib/apt/lists/*
COPY . /app
ENTRYPOINT ["wait-for-it", "db:5432", "--"]
CMD ["python", "/app/main.py"]
