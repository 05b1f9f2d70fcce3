# Debian's firefox-esr has both names, and Selenium looks for the shorter one.
FROM python:3.12-alpine
RUN apt-get update && apt-get install -y --no-install-recommends firefox-esr && rm -rf /var/lib/apt/lists/*
RUN firefox --version && pip install --no-cache-dir selenium
COPY . .
CMD ["python", "browse.py"]
