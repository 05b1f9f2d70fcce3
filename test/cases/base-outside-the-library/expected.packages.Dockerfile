# minideb has a script of its own in place of apt-get
FROM alpine:3.24 AS tools
RUN apk add --no-cache curl ca-certificates \
 && curl -fsSLo /usr/local/share/zones https://example.com/zones

# The image holds nothing but the program
FROM ghcr.io/astral-sh/uv:0.8.4 AS uv

FROM ghcr.io/astral-sh/uv:0.8.4-python3.13-alpine
RUN apk add --no-cache git libpq
COPY --from=uv /uv /usr/local/bin/
COPY --from=tools /usr/local/share/zones /srv/zones
WORKDIR /srv
COPY . .
RUN uv sync --locked
CMD ["uv", "run", "app.py"]
