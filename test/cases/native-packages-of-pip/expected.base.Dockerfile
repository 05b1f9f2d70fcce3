FROM python:3.10-alpine
WORKDIR /app
COPY requirements ./requirements
RUN pip install -r requirements/prod.txt
COPY . .
CMD ["python", "app.py"]
