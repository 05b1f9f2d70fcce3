FROM python:3.13-alpine
RUN apt-get update && apt-get install -y gcc libpq-dev && useradd -m app
USER app
WORKDIR /home/app
COPY requirements.txt .
RUN pip install --user -r requirements.txt
CMD ["python"]
