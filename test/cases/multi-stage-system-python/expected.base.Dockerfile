FROM alpine:3.24
RUN apt-get update && apt-get install -y python3 python3-pip python3-dev python3-numpy gcc libffi-dev
WORKDIR /srv
COPY requirements.txt ./
RUN pip3 install --break-system-packages -r requirements.txt
COPY . .
CMD ["python3", "main.py"]
