FROM python:3.13-alpine
RUN apk add --no-cache libmagic pango vips vips-cpp
COPY requirements.txt .
RUN apk add --no-cache fontconfig font-dejavu \
    && pip install --no-cache-dir -r requirements.txt
CMD ["python"]
