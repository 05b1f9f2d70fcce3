FROM alpine:3.24
RUN apk add --no-cache curl \
    && apk add --no-cache chromium
# Of the two links, one leads from Chromium to itself.
RUN ln -sf /usr/bin/chromium-browser /usr/bin/chrome
RUN which chromium-browser && command -v chromium-browser && chromium-browser --version
ENV CHROME_BIN=/usr/bin/chromium-browser
CMD ["chromium-browser", "--headless", "--dump-dom", "https://example.com/"]
