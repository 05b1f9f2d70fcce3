FROM python:3.13-alpine
RUN apk add --no-cache gcc musl-dev libpq-dev && adduser -D app
USER app
WORKDIR /home/app
COPY requirements.txt .
RUN pip install --no-cache-dir --user -r requirements.txt
CMD ["python"]
