FROM python:3.13-alpine
COPY . /code
WORKDIR /code
ENV BUILD_PACKAGES gcc libldap2-dev libsasl2-dev
RUN apt-get update && apt-get install -y --no-install-recommends $BUILD_PACKAGES
RUN pip install -r requirements.txt
RUN python manage.py migrate
RUN apt-get purge -y $BUILD_PACKAGES
CMD ["python", "manage.py", "runserver", "0.0.0.0:8000"]
