FROM python:3.13-alpine
RUN apt-get update && apt-get install -y gcc libpq-dev libxml2-dev libxslt1-dev
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY requirements-extra.txt .
RUN pip install -r requirements-extra.txt
CMD ["python"]
