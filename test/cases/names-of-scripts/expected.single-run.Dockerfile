# A package of Debian's that is one script
FROM python:3.13-alpine3.24
RUN apk add --no-cache gettext bash \
    && wget -qO /usr/bin/wait-for-it https://raw.githubusercontent.com/vishnubob/wait-for-it/81b1373f17855a4dc21156cfe1694c31d7d1792e/wait-for-it.sh \
    && chmod +x /usr/bin/wait-for-it
COPY . /app
ENTRYPOINT ["wait-for-it", "db:5432", "--"]
CMD ["python", "/app/main.py"]
