FROM python:3.13-alpine
RUN apk add --no-cache linux-headers \
        build-base curl git graphviz imagemagick imagemagick-jpeg imagemagick-tiff imagemagick-webp wget
WORKDIR /app
COPY requirements.txt .
RUN wget -q https://example.com/model.bin && pip install -r requirements.txt
COPY . .
HEALTHCHECK CMD curl -f http://localhost:8000/ || exit 1
CMD ["./start.sh"]
