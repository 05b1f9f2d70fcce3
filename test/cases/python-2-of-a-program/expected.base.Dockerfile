FROM alpine:3.11
RUN apt-get update && apt-get install -y curl python python-opencv \
 && curl -sSL https://example.com/facedetect > /usr/local/bin/facedetect \
 && chmod +x /usr/local/bin/facedetect
ENTRYPOINT ["facedetect"]
