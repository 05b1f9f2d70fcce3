# syntax=docker/dockerfile:1
FROM debian:bookworm-slim
COPY <<a.conf <<b.conf /etc/app/
listen 80
a.conf
listen 443
b.conf
RUN <<-SETUP
	apt-get update
	apt-get install -y nginx
	SETUP
RUN <<'PY' python3
print("$HOME is not expanded")
PY
EXPOSE 80
