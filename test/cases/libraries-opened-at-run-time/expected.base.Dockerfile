FROM python:3.13-alpine
RUN apt-get update && apt-get install -y libmagic1 libpango-1.0-0 libpangoft2-1.0-0 libvips42
COPY requirements.txt .
RUN pip install -r requirements.txt
CMD ["python"]
