FROM alpine:3.24
RUN apk add --no-cache python3 py3-pip python3-dev py3-numpy gcc musl-dev libffi-dev
WORKDIR /srv
COPY requirements.txt ./
RUN pip3 install --break-system-packages -r requirements.txt
COPY . .
CMD ["python3", "main.py"]
