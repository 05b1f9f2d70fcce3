FROM python:3.10-alpine
WORKDIR /app
COPY requirements ./requirements
RUN apk add --no-cache libmagic build-base linux-headers \
    && pip install -r requirements/prod.txt
COPY . .
CMD ["python", "app.py"]
