FROM python:3.13-alpine
RUN apk add --no-cache gcc musl-dev libpq-dev libxml2-dev libxslt-dev
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY requirements-extra.txt .
RUN pip install -r requirements-extra.txt
CMD ["python"]
