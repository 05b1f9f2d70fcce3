FROM alpine:3.24
RUN apk add --no-cache libgcc libstdc++ ca-certificates curl unzip
RUN apk add --no-cache --virtual .build-deps bash \
    && curl -fsSL https://bun.sh/install | bash \
    && apk del --no-network .build-deps
ENV PATH="/root/.bun/bin:$PATH"
WORKDIR /app
COPY . .
RUN bun install --frozen-lockfile
CMD ["bun", "start"]
