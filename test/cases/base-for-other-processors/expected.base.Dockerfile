FROM --platform=$BUILDPLATFORM node:22-alpine AS page
WORKDIR /page
COPY . .
RUN npm run build

FROM --platform=linux/arm64 python:3.13-alpine
ARG TARGETARCH
RUN apt-get update && apt-get install -y --no-install-recommends curl \
 && rm -rf /var/lib/apt/lists/* \
 && curl -fsSLo /usr/local/bin/tool "https://example.com/tool-${TARGETARCH}"
COPY --from=page /page/dist /srv
