FROM alpine:3.15
RUN apt-get update && apt-get install -y curl python python-opencv \
 && curl -sSL https://example.com/facedetect > /usr/local/bin/facedetect \
 && chmod +x /usr/local/bin/facedetect
ENTRYPOINT ["facedetect"]
