FROM alpine:3.24
RUN apk add --no-cache libgcc libstdc++ ca-certificates curl unzip
RUN apk add --no-cache bash \
    && curl -fsSL https://bun.sh/install | bash
ENV PATH="/root/.bun/bin:$PATH"
WORKDIR /app
COPY . .
RUN bun install --frozen-lockfile
CMD ["bun", "start"]
