# Debian's firefox-esr has both names, and Selenium looks for the shorter one.
FROM python:3.12-alpine
RUN apk add --no-cache firefox-esr \
    && ln -s firefox-esr /usr/bin/firefox
RUN firefox --version && pip install --no-cache-dir selenium
COPY . .
CMD ["python", "browse.py"]
