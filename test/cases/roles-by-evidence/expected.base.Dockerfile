FROM python:3.13-alpine
RUN apt-get update && apt-get install -y --no-install-recommends \
        build-essential curl git graphviz imagemagick wget \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY requirements.txt .
RUN wget -q https://example.com/model.bin && pip install -r requirements.txt
COPY . .
HEALTHCHECK CMD curl -f http://localhost:8000/ || exit 1
CMD ["./start.sh"]
