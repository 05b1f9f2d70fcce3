FROM python:3.13-alpine
COPY . /code
WORKDIR /code
ENV BUILD_PACKAGES gcc musl-dev openldap-dev cyrus-sasl-dev
RUN apk add --no-cache $BUILD_PACKAGES
RUN pip install -r requirements.txt
RUN python manage.py migrate
RUN apk del $BUILD_PACKAGES
CMD ["python", "manage.py", "runserver", "0.0.0.0:8000"]
