FROM alpine:3.24
RUN apt-get update && apt-get install -y curl gnupg \
    && curl -fsSL https://dl.google.com/linux/linux_signing_key.pub | gpg --dearmor -o /etc/apt/keyrings/google.gpg \
    && echo "deb [signed-by=/etc/apt/keyrings/google.gpg] https://dl.google.com/linux/chrome/deb/ stable main" > /etc/apt/sources.list.d/google.list \
    && apt-get update && apt-get install -y google-chrome-stable && rm -rf /var/lib/apt/lists/*
# Of the two links, one leads from Chromium to itself.
RUN ln -sf /usr/bin/google-chrome-stable /usr/bin/chrome \
    && ln -sf /usr/bin/google-chrome-stable /usr/bin/google-chrome
RUN which google-chrome-stable && command -v google-chrome && google-chrome-stable --version
ENV CHROME_BIN=/usr/bin/google-chrome-stable
CMD ["google-chrome", "--headless", "--dump-dom", "https://example.com/"]
