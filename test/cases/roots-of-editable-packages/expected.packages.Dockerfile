# What an editable installation compiles stays beside its source.
FROM python:3.12-alpine3.24
RUN apk add --no-cache gcc musl-dev
WORKDIR /app
COPY . .
RUN pip install --no-cache-dir -e ".[fast]"
CMD ["python", "-m", "app"]
