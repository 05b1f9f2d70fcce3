FROM python:3.12
<<<<<<< HEAD
RUN pip install flask
=======
RUN pip install django
>>>>>>> feature
CMD ["python"]
