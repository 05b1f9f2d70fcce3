/** Debian-based, and everything in it has an answer on Alpine. */
export const debian = `FROM python:3.13-slim
RUN apt-get update && apt-get install -y --no-install-recommends curl \\
    && rm -rf /var/lib/apt/lists/*
CMD ["python3"]
`;

/** Installs a Debian package file, which nothing on Alpine can. */
export const stubborn = `FROM python:3.13-slim
COPY vendor.deb /tmp/vendor.deb
RUN dpkg -i /tmp/vendor.deb
`;

/** Alpine already, with two flaws that are safe to repair. */
export const unclean = "FROM python:3.13-alpine\nRUN apk update && apk add curl\n";

export const repaired = "FROM python:3.13-alpine\nRUN apk add --no-cache curl\n";

export const clean = "FROM alpine:3.24\nRUN apk add --no-cache curl\n";
