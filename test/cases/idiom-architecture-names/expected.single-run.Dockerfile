FROM alpine:3.24
RUN apk add --no-cache curl && \
    arch="$(apk --print-arch | sed 's/x86_64/amd64/;s/aarch64/arm64/;s/armv7/armhf/;s/^x86$/i386/;s/ppc64le/ppc64el/')"; \
    case "$arch" in \
        amd64) file=tool-linux-x64 ;; \
        arm64|aarch64) file=tool-linux-arm64 ;; \
        *) echo "no build for $arch" >&2; exit 1 ;; \
    esac; \
    curl -fsSL -o /usr/local/bin/tool "https://downloads.example.com/$file" \
 && chmod +x /usr/local/bin/tool
