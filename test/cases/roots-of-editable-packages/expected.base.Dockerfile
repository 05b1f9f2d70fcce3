# What an editable installation compiles stays beside its source.
FROM python:3.12-alpine3.24
RUN apt-get update && apt-get install -y --no-install-recommends gcc && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY . .
RUN pip install --no-cache-dir -e ".[fast]"
CMD ["python", "-m", "app"]
